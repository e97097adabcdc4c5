package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Task;
import dev.replenish.core.AnyReading;
import dev.replenish.core.BoardFiles;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a page define the links and footnotes that a task refers to. */
class DefinitionLinesTest {
  private static SourceText source(String text) {
    return SourceText.of("a.md", "", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The definitions that the task {@code words} needs of a page that ends in {@code rest}. */
  private static List<String> needed(String words, String rest) {
    byte[] bytes = ("# Tea\n\n- [ ] " + words + "\n\n" + rest).getBytes(StandardCharsets.UTF_8);
    var board = AnyReading.board(Map.of(BoardFiles.BACKLOG, bytes)).board();
    SourceText source = board.backlog().source();
    List<Task> tasks = board.backlog().tasks();
    return DefinitionLines.neededBy(tasks, source).stream().map(source::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "[a]: x"        | true
          "   [a]: x"     | true
          "[^a]: x"       | true
          "[a b]:"        | true
          "[a\\]b]: x"    | true
          "    [a]: x"    | false
          "[]: x"         | false
          "[a] x"         | false
          "[a[b]: x"      | false
          "a [a]: x"      | false
          "   "           | false
          ""              | false
          """)
  void startOfDefinitionIsRecognized(String line, boolean begins) {
    assertEquals(begins, DefinitionLines.beginsAt(source(line), 0));
  }

  @Test
  void footnoteIsRecognized() {
    assertEquals(true, DefinitionLines.isFootnote(source("[^a]: x"), 0));
    assertEquals(false, DefinitionLines.isFootnote(source("[a^]: x"), 0));
    assertEquals(false, DefinitionLines.isFootnote(source("^a"), 0));
  }

  @Test
  void valueFollowsLabel() {
    SourceText source = source("  [ab]: x\n  y\n");
    Span value = DefinitionLines.value(source, new Span(0, source.length()));
    assertEquals(" x\n  y\n", source.text(value));
    SourceText bare = source("[ab]:");
    assertEquals("", bare.text(DefinitionLines.value(bare, new Span(0, 5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "See [a]"        | "[a]: x\n[b]: y\n"            | "[a]: x\n"
          "See [A]"        | "[ a ]: x\n[a]: y"            | "[ a ]: x\n"
          "See [a][]"      | "[a]: x"                      | "[a]: x"
          "See [it][a]"    | "[a]: x\n\n\n"                | "[a]: x\n"
          "See ![it][a]"   | "[a]: x\n  'y'\n\n  z\n"      | "[a]: x\n  'y'\n"
          "See [a]"        | "[a]: x\ny\n"                 | "[a]: x\n"
          "See [^a]"       | "[^a]: x\n\n    y\n\n\tz\n"   | "[^a]: x\n\n    y\n\n\tz\n"
          "See [^a]"       | "[^a]: x\n\n   y\n"           | "[^a]: x\n"
          "See [^a]"       | "[^a]: x\n y\n\nz\n"          | "[^a]: x\n y\n"
          "See [^a]"       | "[^a]: x\n [b]: y\n"          | "[^a]: x\n"
          "See [a]"        | "~~~\n[a]: x\n~~~\n[a]: y\n"  | "[a]: y\n"
          "See [a](a.md)"  | "[a]: x"                      |
          "See `[a]`"      | "[a]: x"                      |
          "See [x]"        | "[x]: x"                      |
          "See a"          | "[a]: x"                      |
          "See [b]"        | "[a]: x"                      |
          """)
  void taskNeedsDefinitionsThatItRefersTo(String words, String rest, String needed) {
    assertEquals(needed == null ? List.of() : List.of(needed), needed(words, rest));
  }

  @Test
  void definitionMayNeedAnotherDefinition() {
    String rest = "[^a]: See [b].\n\n[b]: x\n\n[c]: y\n";
    assertEquals(List.of("[^a]: See [b].\n", "[b]: x\n"), needed("See [^a]", rest));
  }

  @Test
  void definitionInsideTaskIsNotNeededFromPage() {
    assertEquals(List.of(), needed("See [a]\n  [a]: x", "Text.\n"));
  }

  @Test
  void veryLongTextsNeedNoDefinitions() {
    String words = "See [a] " + "b".repeat(200_000);
    assertEquals(List.of(), needed(words, "[a]: x\n"));
    assertEquals(List.of("[a]: x\n"), needed(words.substring(0, 190_000), "[a]: x\n"));
  }

  @Test
  void definitionsOfOtherPageAreNotMissing() {
    SourceText page = source("[a]: x\n[B]: y\n");
    List<Span> spans = List.of(new Span(0, 7), new Span(7, 14));
    assertEquals(spans, DefinitionLines.missingIn(source("Text.\n"), page, spans));
    assertEquals(List.of(spans.get(0)), DefinitionLines.missingIn(source("[ b ]: z"), page, spans));
    assertEquals(List.of(), DefinitionLines.missingIn(source("[a]: x"), page, List.of()));
  }
}
