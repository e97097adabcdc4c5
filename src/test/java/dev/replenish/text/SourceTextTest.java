package dev.replenish.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
  private static SourceText text(String text) {
    return SourceText.of("a.md", "1", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("BOM", "\uFEFF");
  }

  @ParameterizedTest(name = "{0} at {1} is {2}")
  @CsvSource({
    "ab\\ncd, 0, a.md:1:1",
    "ab\\ncd, 2, a.md:1:3",
    "ab\\ncd, 3, a.md:2:1",
    "ab\\ncd, 5, a.md:2:3",
    "ab\\r\\ncd, 3, a.md:1:4",
    "ab\\r\\ncd, 4, a.md:2:1",
    "ab\\rcd, 3, a.md:2:1",
    "a\\r\\rb, 3, a.md:3:1",
    "a\\n\\r\\nb, 4, a.md:3:1",
    "a\\r, 2, a.md:2:1",
    "BOMab, 0, a.md:1:1",
    "BOMab, 3, a.md:1:1",
    "BOMab, 4, a.md:1:2",
    "BOM\\nab, 4, a.md:2:1",
    "é漢🚀x, 2, a.md:1:2",
    "é漢🚀x, 5, a.md:1:3",
    "é漢🚀x, 9, a.md:1:4",
  })
  void locationIsCountedInLinesAndCharacters(String text, int offset, String place) {
    assertEquals(place, text(unescaped(text)).location(offset).toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ab, ab",
    "---\\na: b\\n---\\nx, x",
    "---\\r\\na: b\\r\\n...\\r\\nx, x",
    "BOM---\\na: b\\n--- \\nx, x",
    "---\\n# a comment\\na: b\\n---\\n---\\n, ---\\n",
    "---\\n---\\nx, x",
    "---\\na: b\\n---, ''",
    "+++\\n\\na = 1\\n---\\n+++\\nx, x",
    "---\\na: b\\n+++\\nx, ---\\na: b\\n+++\\nx",
    "+++\\na: b\\n...\\nx, +++\\na: b\\n...\\nx",
    "---\\n\\na\\n---\\nx, ---\\n\\na\\n---\\nx",
    "---\\n- a\\n---\\nx, ---\\n- a\\n---\\nx",
    "----\\na: b\\n----\\nx, ----\\na: b\\n----\\nx",
    "'\\n---\\na: b\\n---\\nx', '\\n---\\na: b\\n---\\nx'",
    "' ---\\na: b\\n---\\nx', ' ---\\na: b\\n---\\nx'",
    "---, ---",
  })
  void frontMatterIsNotPartOfBody(String whole, String content) {
    SourceText text = text(unescaped(whole));
    assertEquals(unescaped(content), text.text(new Span(text.body(), text.length())));
  }

  @Test
  void locationMayBeWholeFileOrLine() {
    assertEquals("a.md", Location.of("a.md").toString());
    assertEquals("a.md:3", new Location("a.md", 3, 0).toString());
  }

  @Test
  void manyLinesAreCounted() {
    SourceText text = text("\n".repeat(1000) + "x");
    assertEquals(1001, text.lineOf(1000));
    assertEquals(500, text.lineOf(499));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "a, CR",
    "a\\nb\\r\\nc, LF",
    "a\\r\\nb\\r\\nc\\n, CRLF",
    "a\\rb\\rc\\n, CR",
    "a\\r\\nb\\r, CRLF",
    "a\\r, CR",
  })
  void lineEndingOfFileIsMostFrequentOne(String text, LineEnding ending) {
    assertEquals(ending, text(unescaped(text)).lineEnding(LineEnding.CR));
  }

  @ParameterizedTest(name = "{0} as {1} is {2}")
  @CsvSource({
    "a\\nb\\n, CRLF, a\\r\\nb\\r\\n",
    "a\\r\\nb\\n, LF, a\\nb\\n",
    "a\\r\\nb\\r\\n, CR, a\\rb\\r",
    "a\\rb\\r, CRLF, a\\r\\nb\\r\\n",
    "a\\rb\\nc\\n, CRLF, a\\rb\\r\\nc\\r\\n",
    "a\\r\\r\\nb\\r\\n, LF, a\\r\\nb\\n",
  })
  void loneCrEndsLineOnlyIfMostLinesEndWithCr(String text, LineEnding ending, String copy) {
    SourceText source = text(unescaped(text));
    byte[] bytes = source.copy(new Span(0, source.length()), ending);
    assertArrayEquals(unescaped(copy).getBytes(StandardCharsets.UTF_8), bytes);
  }

  @Test
  void byteOrderMarkIsNotText() {
    assertTrue(text("\uFEFF").isEmpty());
    assertTrue(text("").isEmpty());
    assertFalse(text("\uFEFF\n").isEmpty());
    assertFalse(text("\n").isEmpty());
    assertEquals(3, text("\uFEFFa").start());
  }

  @Test
  void linesStartAtFileStartAndAfterLineEndings() {
    SourceText text = text("\uFEFFa\rb\nc");
    assertTrue(text.atLineStart(0));
    assertTrue(text.atLineStart(3));
    assertFalse(text.atLineStart(4));
    assertTrue(text.atLineStart(5));
    assertTrue(text.atLineStart(7));
    assertFalse(text.atLineStart(8));
  }

  @Test
  void invalidSpanIsRefusedAndContainmentIncludesBounds() {
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Span(2, 1));
    assertTrue(new Span(1, 5).contains(new Span(1, 5)));
    assertTrue(new Span(1, 5).contains(Span.at(5)));
    assertFalse(new Span(1, 5).contains(new Span(0, 2)));
    assertFalse(new Span(1, 5).contains(new Span(4, 6)));
  }

  @Test
  void toStringStatesPathAndSize() {
    assertEquals("a.md (2 bytes)", text("ab").toString());
  }
}
