package dev.replenish.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The second seed states the days of 27 items at three paces, as its author counts them. */
class SecondSeedTest {
  private static final Path SEED = Path.of("src/test/resources/seeds/002.txt");
  private static final Pattern FIGURE = Pattern.compile("([321]) h/day\\s+~(\\d+) days?(?:\\s.*)?");
  private static final Pattern HOURS = Pattern.compile(".*\\(~(\\d+) h(?:ours)?\\).*");
  private static final int FIGURES = 81;

  /** 4 hours at 3 a day are 1.33 days, which the author rounds up to 2. */
  private static final String DIFFERS = "Repository cleanup and dead code removal";

  private record Figure(String title, int perDay, int days, double hours) {
    int rounded() {
      return new Pace(BigDecimal.valueOf(perDay)).days(hours);
    }
  }

  private static List<Figure> figures() throws IOException {
    List<Figure> figures = new ArrayList<>();
    String title = "";
    String before = "";
    double hours = 0;
    for (String line : Files.readAllLines(SEED)) {
      if (line.startsWith("1) Summary")) {
        title = before;
      }
      Matcher figure = FIGURE.matcher(line);
      if (figure.matches()) {
        Matcher stated = HOURS.matcher(line);
        hours = stated.matches() ? Double.parseDouble(stated.group(1)) : hours;
        int perDay = Integer.parseInt(figure.group(1));
        figures.add(new Figure(title, perDay, Integer.parseInt(figure.group(2)), hours));
      }
      before = line.isBlank() ? before : line;
    }
    return figures;
  }

  @Test
  void allFiguresButOneAreRoundedHalfUp() throws IOException {
    List<Figure> figures = figures();
    assertEquals(FIGURES, figures.size());
    List<Figure> differing =
        figures.stream().filter(each -> each.rounded() != each.days()).toList();
    assertEquals(1, differing.size(), differing::toString);
    Figure figure = differing.get(0);
    assertEquals(3, figure.perDay());
    assertEquals(2, figure.days());
    assertEquals(1, figure.rounded());
    assertEquals(4, figure.hours());
    assertEquals(true, figure.title().contains(DIFFERS), figure::toString);
  }
}
