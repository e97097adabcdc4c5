package dev.replenish.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The axes of charts. */
class SvgTest {
  private static final Pattern LABEL = Pattern.compile("<text text-anchor=\"end\"[^>]*>(\\d+)<");

  @ParameterizedTest
  @CsvSource({
    "0, 1, 2",
    "1, 1, 2",
    "3, 2, 4",
    "7, 4, 8",
    "11, 10, 20",
    "27, 15, 30",
    "154, 100, 200",
    "2000, 1000, 2000",
    "2000000000, 1000000000, 2000000000"
  })
  void axesEndAtRoundNumbers(int largest, String middle, String top) {
    String svg = Svg.of(new Chart.Bars("Tasks", List.of("a", "b"), List.of(0, largest)), "x");
    Matcher label = LABEL.matcher(svg);
    List<String> labels = new ArrayList<>();
    while (label.find()) {
      labels.add(label.group(1));
    }
    assertEquals(List.of("0", middle, top), labels);
  }
}
