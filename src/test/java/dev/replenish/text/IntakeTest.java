package dev.replenish.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static final String CONFLICT = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n";

  private static String objection(byte[] bytes) {
    return Intake.objection(SourceText.of("a.md", "1", bytes))
        .map(objection -> objection.where() + ": " + objection.message())
        .orElse("none");
  }

  private static String objection(String text) {
    return objection(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFF",
        "plain",
        "é漢🚀 \u0085\u0090 \uFFFD \uFEFF",
        "tab\t\u000B\f\u001B[31m\u007F",
        "a\rb\r\nc\n",
      })
  void wellFormedTextPasses(String text) {
    assertEquals("none", objection(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf16IsRefused(String name) {
    String refused = objection("# Backlog".getBytes(Charset.forName(name)));
    String expected =
        name.equals("UTF-16")
            ? "a.md: the file is UTF-16"
            : "the file is binary: it holds a NUL byte";
    assertTrue(refused.endsWith(expected), refused);
  }

  @Test
  void utf16WithByteOrderMarkIsRefusedInBothByteOrders() {
    byte[] little = {(byte) 0xFF, (byte) 0xFE, 'a', 0};
    byte[] big = {(byte) 0xFE, (byte) 0xFF, 0, 'a'};
    assertEquals("a.md: the file is UTF-16", objection(little));
    assertEquals("a.md: the file is UTF-16", objection(big));
  }

  @Test
  void nulByteIsReportedWithItsPlace() {
    assertEquals("a.md:2:2: the file is binary: it holds a NUL byte", objection("a\nb\0c"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "80, a continuation alone",
    "C3, a sequence cut short",
    "C0AF, an overlong form",
    "EDA080, half of a pair",
    "F4908080, beyond the last character",
    "F09F9A, three of four bytes",
    "FE, no byte of UTF-8",
    "E9, Latin-1",
  })
  void malformedTextIsReportedWithItsPlace(String hex, String what) {
    byte[] wrong = HexFormat.of().parseHex(hex);
    byte[] before = "one\r\né🚀 ".getBytes(StandardCharsets.UTF_8);
    byte[] after = "x\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[before.length + wrong.length + after.length];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(wrong, 0, all, before.length, wrong.length);
    System.arraycopy(after, 0, all, before.length + wrong.length, after.length);
    assertEquals("a.md:2:4: the file is not well-formed UTF-8", objection(all));
  }

  @Test
  void malformedTextIsFoundDeepInFileAndAtEnd() {
    byte[] text = "0123456789abcde\n".repeat(2000).getBytes(StandardCharsets.UTF_8);
    text[text.length - 1] = (byte) 0xC3;
    assertEquals("a.md:2000:16: the file is not well-formed UTF-8", objection(text));
    text[text.length - 1] = '\n';
    text[16 * 1024 - 1] = (byte) 0xFF;
    assertEquals("a.md:1024:16: the file is not well-formed UTF-8", objection(text));
  }

  @Test
  void conflictMarkersAreReportedWithTheirStart() {
    assertEquals("a.md:2:1: the file holds conflict markers", objection(CONFLICT));
    String windows = CONFLICT.replace("\n", "\r\n");
    assertEquals("a.md:2:1: the file holds conflict markers", objection(windows));
    String style = CONFLICT.replace("=======", "||||||| base\nz\n=======");
    assertEquals("a.md:2:1: the file holds conflict markers", objection(style));
    assertEquals(
        "a.md:1:1: the file holds conflict markers", objection("\uFEFF<<<<<<<\n=======\n>>>>>>>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=======\n<<<<<<< a\n>>>>>>> b\n",
        "<<<<<<< a\n=======\n",
        "Title\n=======\n\n>>>>>>> deep quote\n",
        "<<<<<<<< eight\n=======\n>>>>>>> b\n",
        " <<<<<<< a\n =======\n >>>>>>> b\n",
        "<<<<<<\n=======\n>>>>>>>",
        "<<<<<<< a\n=======\n<<<<<<< a\n>>>>>>> b\n",
        "<<<<<<< a\n=======x\n>>>>>>> b\n",
        "<",
      })
  void textResemblingConflictPasses(String text) {
    assertEquals("none", objection(text));
  }

  @Test
  void objectionSaysWhatToDo() {
    SourceText text = SourceText.of("a.md", "1", new byte[] {0});
    Optional<Intake.Objection> objection = Intake.objection(text);
    assertFalse(objection.orElseThrow().next().isEmpty());
  }
}
