package dev.replenish.report.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Charts that Mermaid can read, whatever the names of the groups. */
class MermaidPieTest {
  /** The grammar of pie charts, as far as Replenish uses it. */
  private static final Pattern PIE =
      Pattern.compile(
          "```mermaid\npie showData\n    title [A-Za-z ]+\n"
              + "(    \"[\\p{L}\\p{Nd} ._-]+\" : [1-9][0-9]*\n)+```\n");

  @Test
  void sameLabelsAreOneSliceAndTheLargestComesFirst() {
    MermaidPie pie = new MermaidPie("Tasks left").add("dev low", 1).add("qa low", 5);
    assertEquals(
        """
        ```mermaid
        pie showData
            title Tasks left
            "qa low" : 5
            "dev low" : 3
        ```
        """,
        pie.add("dev low", 2).add("docs low", 0).toString());
  }

  @Test
  void hostileLabelsKeepChartValid() {
    MermaidPie pie = new MermaidPie("Tasks left");
    List<String> labels =
        List.of(
            "a\"b", "a\nb", "```", "%%{init: {}}%%", "<b>", "\\", "#35;", "é茶 🫖", "x".repeat(99));
    labels.forEach(label -> pie.add(label, 1));
    assertTrue(PIE.matcher(pie.toString()).matches(), pie.toString());
  }

  @Test
  void smallestValuesShareOneSlice() {
    MermaidPie pie = new MermaidPie("Tasks left");
    for (int i = 1; i <= 13; i++) {
      pie.add("group " + i, i);
    }
    assertTrue(pie.toString().endsWith("\"group 4\" : 4\n    \"all others\" : 6\n```\n"), "" + pie);
    assertTrue(PIE.matcher(pie.toString()).matches(), pie.toString());
  }

  @Test
  void chartWithOneSliceIsNotMeaningful() {
    MermaidPie pie = new MermaidPie("Tasks left").add("a", 1).add("b", 0);
    assertFalse(pie.isMeaningful());
    assertTrue(pie.add("b", 1).isMeaningful());
  }
}
