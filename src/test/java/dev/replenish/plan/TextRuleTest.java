package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes outside blocks each rule allows. */
class TextRuleTest {
  private static final String ONE = "<!-- Task A moved to TODO.md on 2026-02-04 -->";
  private static final String TWO = "<!-- Tasks A, B moved to TODO.md on 2026-02-04 -->";
  private static final String OTHER = "<!-- Task C moved to TODO.md on 2026-02-04 -->";

  /** Whether {@code old}, the whole text of a file, may become {@code now}. */
  private static boolean allows(TextRule rule, String old, String now) {
    byte[] bytes = words(old).getBytes(StandardCharsets.UTF_8);
    return rule.allows(SourceText.of("a", "", bytes), new Span(0, bytes.length), words(now));
  }

  private static String words(String name) {
    return switch (name) {
      case "-" -> "";
      case "ONE" -> ONE;
      case "TWO" -> TWO;
      case "OTHER" -> OTHER;
      case "MANGLED" -> "<!-- Task A moved -->";
      case "LINES" -> ONE + "\n" + OTHER;
      case "PADDED" -> "\n" + ONE + "\n";
      case "OPEN" -> "<!-- Task A moved to TODO.md on 2026-02-04";
      case "CLOSED" -> "<!-- Task --> moved -->";
      case "MARKERS" -> "\n## group_begin [type:dev]\n---\n## group_end\n";
      case "MORE" -> "\n## group_begin [type:dev]\ntext\n## group_end\n";
      default -> name;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -     | text     | true
          -     | -        | true
          text  | texts    | false
          """)
  void anyTextMayBeInserted(String old, String now, boolean allowed) {
    assertEquals(allowed, allows(TextRule.insertions(), old, now));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0 | true
          1 | 1 | false
          0 | 1 | false
          """)
  void textMayBeInsertedAtOnePlace(int from, int to, boolean allowed) {
    SourceText source = SourceText.of("a", "", "text".getBytes(StandardCharsets.UTF_8));
    assertEquals(allowed, TextRule.insertionAt(0).allows(source, new Span(from, to), "more"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 2 | true
          0 | 1 | false
          1 | 2 | false
          """)
  void valueMayBeReplacedAsWhole(int from, int to, boolean allowed) {
    SourceText source = SourceText.of("a", "", "text".getBytes(StandardCharsets.UTF_8));
    TextRule rule = TextRule.value(new Span(0, 2));
    assertEquals(allowed, rule.allows(source, new Span(from, to), "more"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -     | MARKERS  | true
          -     | MORE     | false
          text  | MARKERS  | false
          """)
  void onlyMatchingLinesMayBeInserted(String old, String now, boolean allowed) {
    TextRule rule = TextRule.lines(line -> line.startsWith("## group_"));
    assertEquals(allowed, allows(rule, old, now));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -       | ONE      | true
          -       | PADDED   | true
          -       | MANGLED  | true
          -       | LINES    | false
          -       | OPEN     | false
          -       | CLOSED   | false
          -       | text     | false
          ONE     | TWO      | true
          ONE     | ONE      | true
          TWO     | ONE      | false
          ONE     | OTHER    | false
          ONE     | MANGLED  | false
          ONE     | PADDED   | false
          ONE     | LINES    | false
          MANGLED | ONE      | false
          text    | ONE      | false
          """)
  void auditCommentMayBeInsertedOrExtended(String old, String now, boolean allowed) {
    assertEquals(allowed, allows(TextRule.auditComment(), old, now));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ONE     | -        | true
          PADDED  | -        | true
          TWO     | ONE      | true
          MANGLED | -        | true
          LINES   | -        | false
          ONE     | text     | false
          ONE     | MANGLED  | false
          text    | -        | false
          text    | ONE      | false
          """)
  void auditCommentMayBeRemovedOrReduced(String old, String now, boolean allowed) {
    assertEquals(allowed, allows(TextRule.reducedAuditComment(), old, now));
  }
}
