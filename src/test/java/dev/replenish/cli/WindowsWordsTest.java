package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsWordsTest {
  @Test
  void lineIsSplitAsWindowsRuntimeSplitsIt() {
    assertEquals(List.of("add", "a b", "c"), WindowsWords.split(" add \"a b\"\tc "));
    assertEquals(List.of("", "x"), WindowsWords.split("\"\" x"));
    assertEquals(List.of("say \"hi\" now"), WindowsWords.split("\"say \\\"hi\\\" now\""));
    assertEquals(List.of("say \"hi\" now"), WindowsWords.split("\"say \"\"hi\"\" now\""));
    assertEquals(List.of("C:\\a b\\", "d"), WindowsWords.split("\"C:\\a b\\\\\" d"));
    assertEquals(
        List.of("C:\\a\\b", "\\\\host\\x\\"), WindowsWords.split("C:\\a\\b \\\\host\\x\\"));
    assertEquals(List.of("a\\\"b"), WindowsWords.split("a\\\\\\\"b"));
    assertEquals(List.of("open end"), WindowsWords.split("\"open end"));
    assertEquals(List.of(), WindowsWords.split("  "));
  }

  @Test
  void charactersMissingFromCodePageAreRestored() {
    assertRestored("add \"\u6c34 boil\" --type dev", "add", "? boil", "--type", "dev");
    assertRestored("add a\u0101b", "add", "aab"); // the nearest letter instead of a question mark
    assertRestored("add \ud83c\udf75tea", "add", "??tea");
    assertRestored("add \ud83c\udf75tea", "add", "?tea");
    assertRestored("add \u00e4 what?", "add", "\u00e4", "what?");
  }

  private static void assertRestored(String line, String... args) {
    assertArrayEquals(
        WindowsWords.split(line).toArray(String[]::new), WindowsWords.restored(args, line));
  }

  /** For example that of an outer call, or one in which Java has expanded wildcards. */
  @Test
  void lineOfAnotherCallIsIgnored() {
    for (String line : List.of("add \u6c34 x", "add", "list \u6c34", "add \u6c34\u6c34", "")) {
      String[] args = {"add", "?"};
      assertArrayEquals(args, WindowsWords.restored(args, line), line);
    }
  }
}
