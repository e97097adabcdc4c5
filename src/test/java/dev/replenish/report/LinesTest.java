package dev.replenish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.text.OneLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text for terminals and logs. */
class LinesTest {

  @Test
  void controlCharactersBecomeVisible() {
    assertEquals("a␀␛[1m␡<U+009B>", TerminalText.line("a\u0000\u001b[1m\u007f\u009b"));
    assertEquals("a␊b c", TerminalText.line("a\nb\tc"));
    assertEquals("a\nb\tc␍d", TerminalText.block("a\r\nb\tc\rd"));
    assertEquals(
        "<U+202E><U+2028><U+E0041><U+D800>", TerminalText.line("\u202e\u2028\udb40\udc41\ud800"));
  }

  @Test
  void zeroWidthCharactersAreRemovedAndOthersStay() {
    assertEquals("abc", TerminalText.line("\ufeffa\u200bb\u00adc\u2060"));
    assertEquals("ä 茶 🍵 é", TerminalText.line("ä 茶 🍵 é"));
  }

  @Test
  void joinersInWordsAndEmojiStayAndOthersAreRemoved() {
    String persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
    String family = "\ud83d\udc69\u200d\ud83d\udcbb \u2764\ufe0f\u200d\ud83d\udd25";
    assertEquals(persian + " " + family, TerminalText.line(persian + " " + family));
    assertEquals("ab-c", TerminalText.line("a\u200cb\u200d-\u200dc\u200d"));
    assertEquals("\u0645", TerminalText.line("\u200d\u0645\u200d"));
    assertEquals(persian, OneLine.line(persian));
    assertEquals("a b", OneLine.line("a\u200db"));
  }

  @Test
  void columnsAreCountedAsInTerminals() {
    assertEquals(3, Columns.of("abc"));
    assertEquals(8, Columns.of("\u8336\u58f6 \ud83c\udf75\u00e9"));
    assertEquals(3, Columns.of("e\u0301te\u0301"));
    assertEquals("\u8336\u8336...", Columns.cut("\u8336\u8336\u8336\u8336", 7));
    assertEquals("\u8336...", Columns.cut("\u8336\u8336\u8336\u8336", 6));
    assertEquals("e\u0301te\u0301", Columns.cut("e\u0301te\u0301", 3));
  }

  @Test
  void wideWordsAreWrappedByColumns() {
    assertEquals(
        List.of("\u8336\u8336", "\u8336\u8336"), Lines.wrap("\u8336\u8336 \u8336\u8336", 8));
    assertEquals(List.of("aaaa aaaa"), Lines.wrap("aaaa aaaa", 9));
  }

  @Test
  void workflowCommandsAreDisarmed() {
    Lines lines = new Lines(false, () -> 80);
    lines.line("::error::x").line("\u00a0 ::add-mask::y").line("a ##[group] ##vso[task] ## [x]");
    lines.line(": :");
    assertEquals(
        "\\::error::x\n\u00a0 \\::add-mask::y\na #\\#[group] #\\#vso[task] ## [x]\n: :\n",
        lines.toString());
  }

  @Test
  void rawTextIsUnchangedExceptWorkflowCommands() {
    Lines lines = new Lines(false, () -> 80);
    lines.rawForWorkflow("a\t b  \r\n::error::x\r ::x\n\n\u3000::y ##[group]z\nc :: d");
    assertEquals(
        "a\t b  \r\n\\::error::x\r \\::x\n\n\u3000\\::y #\\#[group]z\nc :: d", lines.toString());
  }

  @Test
  void wordsAreWrapped() {
    assertEquals(List.of("aaa bbb", "ccc"), Lines.wrap("aaa bbb ccc", 8));
    assertEquals(List.of("aaa", "bbbbbbbbb", "c"), Lines.wrap("aaa bbbbbbbbb c", 4));
    assertEquals(List.of("aaaaaaaa"), Lines.wrap("aaaaaaaa", 4));
    assertEquals(List.of(""), Lines.wrap("", 4));
  }

  @Test
  void colouredTextIsSanitized() {
    Lines lines = new Lines(true, () -> 80);
    lines.put(TextColor.GOOD, "\u001b[2J").put(TextColor.BOLD, "").line("x");
    assertEquals("\u001b[32m␛[2J\u001b[mx\n", lines.toString());
  }
}
