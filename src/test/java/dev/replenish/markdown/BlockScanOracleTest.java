package dev.replenish.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import dev.replenish.markdown.BlockScan.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the scan with two parsers on many small generated documents. */
class BlockScanOracleTest {
  private static final long SEED = Long.getLong("replenish.seed", 20260204);
  private static final int DOCUMENTS = Integer.getInteger("replenish.documents", 20_000);

  /** How many documents may show a bug of another parser. */
  private static final int MAX_BUGS = 10 + DOCUMENTS / 200;

  private static final Parser FLEXMARK = Parser.builder().build();

  private interface Check {
    /** The error in the scan of a document, or null. */
    @Nullable String error(String document);
  }

  @Test
  void scanAgreesWithCommonMarkOnEveryLine() {
    AtomicInteger bugs = new AtomicInteger();
    forEachDocument(
        document -> {
          List<LineFact> expected = CommonMarkOracle.read(document);
          List<LineFact> actual = LineFact.scan(document);
          return expected.equals(actual) || isKnown(document, bugs)
              ? null
              : difference(expected, actual);
        });
    assertTrue(bugs.get() <= MAX_BUGS, bugs + " known bugs of commonmark-java");
  }

  private static boolean isKnown(String document, AtomicInteger bugs) {
    boolean known = CommonMarkBug.anyConcerns(document);
    bugs.addAndGet(known ? 1 : 0);
    return known;
  }

  @ParameterizedTest
  @EnumSource
  void knownBugStillMakesCommonMarkJavaDiffer(CommonMarkBug bug) {
    assertTrue(bug.concerns(bug.example()));
    assertNotEquals(CommonMarkOracle.read(bug.example()), LineFact.scan(bug.example()));
  }

  /** Text appended to a document belongs to an open fence or HTML block, and to no other block. */
  @Test
  void scanKnowsWhichBlockIsOpenAtEnd() {
    AtomicInteger bugs = new AtomicInteger();
    forEachDocument(
        document -> {
          boolean ended = document.isEmpty() || document.matches("(?s).*[\r\n]");
          List<LineFact> facts = CommonMarkOracle.read(document + (ended ? "" : "\n") + "# x");
          LineFact last = facts.get(facts.size() - 1);
          Kind expected =
              switch (last.kind()) {
                case CODE -> Kind.FENCE;
                case HTML -> Kind.HTML;
                default -> Kind.BLANK;
              };
          BlockScan scan = scanned(document);
          boolean startAgrees =
              expected == Kind.BLANK || scan.openStart() == startOfLine(document, last.blockLine());
          return scan.openAtEnd() == expected && startAgrees || isKnown(document, bugs)
              ? null
              : "open: commonmark " + last + ", scan " + scan.openAtEnd() + scan.openStart();
        });
    assertTrue(bugs.get() <= MAX_BUGS, bugs + " known bugs of commonmark-java");
  }

  private static BlockScan scanned(String document) {
    byte[] bytes = bytes(document);
    BlockScan scan = new BlockScan(bytes, 0, bytes.length);
    while (scan.next()) {}
    return scan;
  }

  private static int startOfLine(String document, int line) {
    String[] lines = document.split("(?<=\n)|(?<=\r)(?!\n)");
    return bytes(String.join("", Arrays.copyOf(lines, line - 1))).length;
  }

  private static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }

  /** Lines and line breaks cover the bytes without a gap, and offsets stay inside their line. */
  @Test
  void scanPartitionsEveryDocumentIntoLines() {
    forEachDocument(document -> BlockScanGeometry.error(bytes(document)));
  }

  /** flexmark has its own deviations: it counts only where commonmark-java agrees with it. */
  @Test
  void scanAgreesWithFlexmarkOnTopLevelHeadings() {
    AtomicInteger deviations = new AtomicInteger();
    forEachDocument(
        document -> {
          List<String> flexmark = flexmarkHeadings(document);
          if (flexmark.equals(headings(LineFact.scan(document)))) {
            return null;
          }
          deviations.incrementAndGet();
          boolean onlyFlexmark = !flexmark.equals(headings(CommonMarkOracle.read(document)));
          return onlyFlexmark || CommonMarkBug.anyConcerns(document)
              ? null
              : "flexmark " + flexmark;
        });
    assertTrue(deviations.get() <= 2 * MAX_BUGS, deviations + " deviations of flexmark");
  }

  /** The generated documents have lines of every kind, at the top level and in containers. */
  @Test
  void documentsContainEveryKindOfLine() {
    Map<String, Integer> counts = new TreeMap<>();
    forEachDocument(
        document -> {
          for (LineFact fact : LineFact.scan(document)) {
            counts.merge(fact.kind() + (fact.depth() == 0 ? "" : " inside"), 1, Integer::sum);
          }
          return null;
        });
    assertEquals(
        2 * Kind.values().length - 1, counts.size(), counts::toString); // blank lines have no depth
    assertTrue(
        counts.values().stream().allMatch(count -> count >= DOCUMENTS / 100), counts::toString);
  }

  private static List<String> headings(List<LineFact> facts) {
    List<String> headings = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      LineFact fact = facts.get(i);
      if (fact.kind() == Kind.HEADING && fact.depth() == 0) {
        headings.add(i + 1 + ":" + fact.level());
      }
    }
    return headings;
  }

  private static List<String> flexmarkHeadings(String document) {
    List<String> headings = new ArrayList<>();
    for (Node node : FLEXMARK.parse(document).getChildren()) {
      if (node instanceof Heading heading && heading.isAtxHeading()) {
        headings.add(heading.getStartLineNumber() + 1 + ":" + heading.getLevel());
      }
    }
    return headings;
  }

  private static String difference(List<LineFact> expected, List<LineFact> actual) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Object left = i < expected.size() ? expected.get(i) : "nothing";
      Object right = i < actual.size() ? actual.get(i) : "nothing";
      if (!left.equals(right)) {
        text.append("line ").append(i + 1).append("\n  commonmark ").append(left);
        text.append("\n  scan       ").append(right).append('\n');
      }
    }
    return text.toString();
  }

  private static void forEachDocument(Check check) {
    DocumentGenerator generator = new DocumentGenerator(SEED);
    for (int i = 0; i < DOCUMENTS; i++) {
      String document = withoutBom(generator.next());
      if (check.error(document) != null) {
        String small = Shrinker.shrink(document, d -> check.error(d) != null);
        fail(
            "seed %d, document %d\n%s\nshrunk to %s\n%s"
                .formatted(
                    SEED,
                    i,
                    Shrinker.escape(document),
                    Shrinker.escape(small),
                    check.error(small)));
      }
    }
  }

  private static String withoutBom(String document) {
    return document.startsWith("\ufeff") ? document.substring(1) : document;
  }
}
