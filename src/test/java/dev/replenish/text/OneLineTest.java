package dev.replenish.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.rules.Cycles;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in one line, edit distance, and cycles. */
class OneLineTest {

  @Test
  void textBecomesOneVisibleLine() {
    assertEquals("a b c", OneLine.line(" \ta\n\r\nb\u001B\u0000\u2028c \u202E"));
    assertEquals("a [31mb", OneLine.line("a\u001B[31mb"));
    assertEquals("é 漢 🚀", OneLine.line("é\u00A0漢\u0085🚀".replace('\u00A0', ' ')));
    assertEquals("a b", OneLine.line("a\uD800b"));
    assertEquals("", OneLine.line("\u200B\n"));
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertEquals("abc", OneLine.cut("abc", 3));
    assertEquals("a...", OneLine.cut("abcde", 4));
    assertEquals("a...", OneLine.cut("a🚀bcde", 5));
    assertEquals("a🚀...", OneLine.cut("a🚀bcdef", 6));
    assertEquals(40, OneLine.clean("x".repeat(10_000)).length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "TBD",
        "tbd.",
        "**TODO**",
        "`todo`",
        "To do",
        "...",
        "…",
        "???",
        "-",
        "—",
        "N/A",
        "n/a.",
        "none",
        "FIXME",
        "xxx",
        "[Step 1]",
        "**[Step 1]**",
        "[...]",
        "<TBD>",
        "(tbd)",
        "_TBA_",
        "TBC:",
      })
  void placeholdersAreRecognized(String value) {
    assertTrue(OneLine.isPlaceholder(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "TBD by Ann",
        "[a] and [b]",
        "[x](y)",
        "none of them",
        "0",
        "[a]b",
        "todo-list"
      })
  void otherValuesAreNotPlaceholders(String value) {
    assertFalse(OneLine.isPlaceholder(value));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a<!-- b -->c|ac",
        "<!--a-->|''",
        "a<!-- b|a",
        "a --> b|a --> b",
        "<!-->a|a",
        "<!--a--><!--b-->c|c",
        "<!--a<!--b-->c|c",
      })
  void commentsAreLeftOut(String text, String rest) {
    assertEquals(rest, OneLine.withoutComments(text));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "'', '', 0",
    "a, '', 1",
    "'', abc, 3",
    "abc, abc, 0",
    "abc, abd, 1",
    "abc, acb, 1",
    "hgih, high, 1",
    "pririty, priority, 1",
    "kitten, sitting, 3",
    "ca, abc, 3",
  })
  void distanceCountsChangesAndSwaps(String a, String b, int distance) {
    assertEquals(distance, EditDistance.between(a, b));
    assertEquals(distance, EditDistance.between(b, a));
  }

  @Test
  void nodeThatReachesItselfIsOnCycle() {
    assertEquals(Set.of(), Cycles.among(Map.of()));
    assertEquals(Set.of(), Cycles.among(Map.of("a", Set.of("b"), "b", Set.of())));
    assertEquals(Set.of("a"), Cycles.among(Map.of("a", Set.of("a"))));
    assertEquals(Set.of("a", "b"), Cycles.among(Map.of("a", Set.of("b"), "b", Set.of("a"))));
    assertEquals(Set.of(), Cycles.among(Map.of("a", Set.of("unknown"))));
  }

  @Test
  void nodesBeforeAndAfterCycleAreNotOnIt() {
    Map<String, Set<String>> edges =
        Map.of(
            "in", Set.of("a"),
            "a", Set.of("b", "out"),
            "b", Set.of("a"),
            "out", Set.of());
    assertEquals(Set.of("a", "b"), Cycles.among(edges));
  }

  /** By definition, a node counts if a path leads from a cycle to it and from it to a cycle. */
  @Test
  void cyclesMatchTransitiveClosure() {
    long seed = Long.getLong("replenish.seed", 20260204);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int size = 1 + random.nextInt(7);
      boolean[][] reach = new boolean[size][size];
      Map<String, Set<String>> edges = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        edges.put("n" + i, new TreeSet<>());
        for (int j = 0; j < size; j++) {
          if (random.nextInt(size + 2) == 0) {
            reach[i][j] = true;
            edges.get("n" + i).add("n" + j);
          }
        }
      }
      closeTransitively(reach);
      Set<String> expected = new TreeSet<>();
      for (int i = 0; i < size; i++) {
        if (isConnectedToCycle(reach, i, true) && isConnectedToCycle(reach, i, false)) {
          expected.add("n" + i);
        }
      }
      assertEquals(expected, new TreeSet<>(Cycles.among(edges)), "seed " + seed + edges);
    }
  }

  private static void closeTransitively(boolean[][] reach) {
    for (int k = 0; k < reach.length; k++) {
      for (int i = 0; i < reach.length; i++) {
        for (int j = 0; j < reach.length; j++) {
          reach[i][j] |= reach[i][k] && reach[k][j];
        }
      }
    }
  }

  private static boolean isConnectedToCycle(boolean[][] reach, int node, boolean onwards) {
    for (int i = 0; i < reach.length; i++) {
      boolean onCycle = reach[i][i];
      boolean connected = i == node || (onwards ? reach[node][i] : reach[i][node]);
      if (onCycle && connected) {
        return true;
      }
    }
    return false;
  }
}
