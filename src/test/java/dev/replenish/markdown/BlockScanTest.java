package dev.replenish.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.markdown.BlockScan.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single cases; those of block structure are in {@code block-scan.txt}. */
class BlockScanTest {

  /** A named document, each line with its expected kind. */
  record Case(String name, String lines) {
    String facts() {
      return lines.lines().map(line -> line.split("\\|", 2)[0].strip()).collect(rows());
    }

    String source(String lineBreak) {
      return lines
          .lines()
          .map(line -> line.split("\\| ?", 2)[1])
          .map(line -> line.replace('→', '\t').replace('·', ' '))
          .map(line -> line.replace('⍽', '\u00a0'))
          .map(line -> line.replace('␀', '\0').replace('␌', '\f') + lineBreak)
          .collect(Collectors.joining());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in = BlockScanTest.class.getResourceAsStream("block-scan.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n== "))
          .skip(1)
          .map(part -> part.split("\n", 2))
          .map(part -> new Case(part[0], part[1].strip()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyLineHasExpectedKind(Case test) {
    for (String lineBreak : new String[] {"\n", "\r\n", "\r"}) {
      assertEquals(test.facts(), facts(test.source(lineBreak), BlockScanTest::described));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finalLineBreakIsOptional(Case test) {
    String source = test.source("\n");
    String cut = source.substring(0, source.length() - 1);
    boolean emptyLast = cut.isEmpty() || cut.endsWith("\n");
    String expected = test.facts();
    assertEquals(
        emptyLast ? expected.substring(0, expected.lastIndexOf('\n')) : expected,
        facts(cut, BlockScanTest::described));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void commonMarkJavaAgreesWithScan(Case test) {
    String source = test.source("\n");
    if (!CommonMarkBug.anyConcerns(source)) {
      assertEquals(CommonMarkOracle.read(source), LineFact.scan(source));
    }
  }

  private static String described(BlockScan scan) {
    String kind =
        switch (scan.kind()) {
          case HEADING -> "h" + scan.level();
          case SETEXT -> "under" + scan.level();
          default -> scan.kind().name().toLowerCase(Locale.ROOT);
        };
    String item = !scan.opensItem() ? "" : scan.ordered() ? " " + scan.itemNumber() : " *";
    return kind + " " + scan.depth() + item;
  }

  private static String facts(String source, Function<BlockScan, String> fact) {
    BlockScan scan = scan(source);
    return Stream.generate(() -> scan.next() ? fact.apply(scan) : "")
        .takeWhile(text -> !text.isEmpty())
        .collect(rows());
  }

  private static Collector<CharSequence, ?, String> rows() {
    return Collectors.joining("\n");
  }

  private static BlockScan scan(String source) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    return new BlockScan(bytes, 0, bytes.length);
  }

  private static BlockScan firstLine(String source) {
    BlockScan scan = scan(source);
    assertTrue(scan.next());
    return scan;
  }

  private static BlockScan scanned(String source) {
    BlockScan scan = scan(source);
    while (scan.next()) {}
    return scan;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '!',
      value = {
        "## task_begin, task_begin",
        "##  a b   , a b",
        "!##\ta\t#\t!, a",
        "# a ##, a",
        "# a#, a#",
        "# a \\#, a \\#",
        "# a # b ###  , a # b",
        "#, !!",
        "## ##, !!",
        "## ## ##, ##",
        "   # a, a",
        "> # a #, a",
        "# é €, é €",
      })
  void headingTextIsFound(String line, String text) {
    BlockScan scan = firstLine(line);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    int length = scan.headingEnd() - scan.headingStart();
    assertEquals(text, new String(bytes, scan.headingStart(), length, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "'  a', 2, 2, TEXT",
    "'- > 1.  a', 8, 0, TEXT",
    "'>  a', 3, 1, TEXT",
    "'>\ta', 2, 2, TEXT",
    "'      a', 0, 6, CODE",
    "'-      a', 2, 5, CODE",
    "'-\t\ta', 1, 6, CODE",
    "'>  ', 3, 1, BLANK",
    "' <!--', 1, 1, HTML",
    "'> ```x', 2, 0, FENCE",
  })
  void contentStartAndIndentAreReported(String line, int start, int indent, Kind kind) {
    BlockScan scan = firstLine(line);
    assertEquals(kind, scan.kind());
    assertEquals(start, scan.contentStart());
    assertEquals(indent, scan.indent());
  }

  @Test
  void indentationOfFencedCodeIsKept() {
    BlockScan scan = scan("- ```\n    a");
    scan.next();
    scan.next();
    assertEquals(Kind.CODE, scan.kind());
    assertEquals(8, scan.contentStart());
    assertEquals(2, scan.indent());
  }

  @Test
  void blockStartIsReportedOnEveryLine() {
    assertEquals(
        "0 0 0 10 10 19 26 26 35",
        facts("```\na\n```\n<!--\n-->\n[a]: u\ntext\n---\n## a", s -> s.blockStart() + "")
            .replace('\n', ' '));
  }

  @ParameterizedTest
  @CsvSource({
    "999, '', RULE",
    "1000, '', SETEXT",
    "989, '\n12345678\n', RULE",
    "990, '\n12345678\n', SETEXT"
  })
  void labelHasUpTo999Characters(int length, String rest, Kind kind) {
    for (String character : new String[] {"a", "é", "€", "\ud83d\ude00"}) {
      String label = character.repeat(length) + rest;
      assertEquals(kind, scanned("[" + label + "]: /u\n---").kind());
    }
  }

  @ParameterizedTest
  @CsvSource({"32, RULE", "33, SETEXT"})
  void parenthesesInDestinationNestUpTo32(int depth, Kind kind) {
    assertEquals(kind, scanned("[a]: " + "(".repeat(depth) + ")".repeat(depth) + "\n---").kind());
  }

  @Test
  void twoHundredNestedContainersAreCounted() {
    BlockScan scan = scan("- ".repeat(100) + "> ".repeat(100) + "a\n\n" + "  ".repeat(100) + "b");
    assertEquals("200 100 100", depths(scan));
  }

  private static String depths(BlockScan scan) {
    List<String> depths = new ArrayList<>();
    while (scan.next()) {
      depths.add(String.valueOf(scan.depth()));
    }
    return String.join(" ", depths);
  }

  @Test
  void quotesAreDistinguishedFromItems() {
    assertTrue(firstLine("> a").inQuote());
    assertTrue(firstLine("- > - a").inQuote());
    assertFalse(firstLine("- a").inQuote());
    assertEquals(
        "true\ntrue\nfalse", facts("> a\nlazy\n\n", scan -> String.valueOf(scan.inQuote())));
  }

  @Test
  void digitsAfterBulletAreNotItemNumber() {
    assertEquals(7, firstLine("7. 12x").itemNumber());
    assertFalse(firstLine("- 12x").ordered());
    assertEquals(0, firstLine("- 12x").itemNumber());
  }

  @Test
  void emptyInputHasNoLines() {
    BlockScan scan = scan("");
    assertFalse(scan.next());
    assertEquals(Kind.BLANK, scan.openAtEnd());
  }

  @Test
  void finishedScanStaysAtEnd() {
    BlockScan scan = scanned("a\nb");
    assertFalse(scan.next());
    assertEquals(2, scan.lineNumber());
    assertEquals(3, scan.nextLine());
  }

  @Test
  void scanMayStartAfterByteOrderMark() {
    byte[] bytes = "\ufeff## a".getBytes(StandardCharsets.UTF_8);
    BlockScan scan = new BlockScan(bytes, 3, bytes.length);
    assertTrue(scan.next());
    assertEquals(Kind.HEADING, scan.kind());
    assertEquals(3, scan.lineStart());
  }

  @Test
  void carriageReturnsEndLinesToo() {
    assertEquals(
        "0-1-2 2-4-6 6-6-7 7-8-9 9-9-10 10-11-11",
        facts("a\r b\r\n\rc\n\rd", s -> s.lineStart() + "-" + s.lineEnd() + "-" + s.nextLine())
            .replace('\n', ' '));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\n```", "a\n```\nb\n", "a\n~~~~\n~~~\n", "a\n\n```\n\n\n", "a\n    \n```\n-\n"})
  void unclosedFenceIsOpenAtEnd(String source) {
    BlockScan scan = scanned(source);
    assertEquals(Kind.FENCE, scan.openAtEnd());
    assertEquals(source.indexOf(source.contains("~") ? "~" : "`"), scan.openStart());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!--", "<pre>\n\n", "<div>", "<div>\na\n", "<a>\n", "<?\n\n", "<!A\n"})
  void unclosedHtmlBlockIsOpenAtEnd(String source) {
    BlockScan scan = scanned("a\n\n" + source);
    assertEquals(Kind.HTML, scan.openAtEnd());
    assertEquals(3, scan.openStart());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"- ```\n", "> ```", "- <!--", "```\n```", "<!-- -->", "<div>\n\n", "    a", "a"})
  void otherBlocksAreNotOpenAtEnd(String source) {
    assertEquals(Kind.BLANK, scanned(source).openAtEnd());
  }
}
