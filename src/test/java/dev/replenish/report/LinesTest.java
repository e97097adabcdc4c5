package dev.replenish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text for people. */
class LinesTest {

  @Test
  void controlCharactersBecomeVisible() {
    assertEquals("a␀␛[1m␡<U+009B>", Clean.line("a\u0000\u001b[1m\u007f\u009b"));
    assertEquals("a␊b c", Clean.line("a\nb\tc"));
    assertEquals("a\nb\tc␍d", Clean.block("a\r\nb\tc\rd"));
    assertEquals("<U+202E><U+2028><U+E0041><U+D800>", Clean.line("\u202e\u2028\udb40\udc41\ud800"));
  }

  @Test
  void zeroWidthCharactersGoAndOthersStay() {
    assertEquals("abc", Clean.line("\ufeffa\u200bb\u00adc\u2060"));
    assertEquals("ä 茶 🍵 é", Clean.line("ä 茶 🍵 é"));
  }

  @Test
  void ordersToBuildServersAreDisarmed() {
    Lines lines = new Lines(false);
    lines.line("::error::x").line("\u00a0 ::add-mask::y").line("a ##[group] ##vso[task] ## [x]");
    lines.line(": :");
    assertEquals(
        "\\::error::x\n\u00a0 \\::add-mask::y\na #\\#[group] #\\#vso[task] ## [x]\n: :\n",
        lines.toString());
  }

  @Test
  void aBlockIsAsItWasButForOrders() {
    Lines lines = new Lines(false);
    lines.disarmed("a\t b  \r\n::error::x\r ::x\n\n\u3000::y ##[group]z\nc :: d");
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
  void coloursEncloseWhatIsHarmless() {
    Lines lines = new Lines(true);
    lines.put(Tone.GOOD, "\u001b[2J").put(Tone.BOLD, "").line("x");
    assertEquals("\u001b[32m␛[2J\u001b[mx\n", lines.toString());
  }
}
