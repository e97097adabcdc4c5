package dev.replenish.core;

import dev.replenish.core.Tongue.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tasks as lines of text without marks, all alike in one file, and text beside them. */
final class MadeUpLines {
  /** How the lines of a file are set apart. */
  private enum Style {
    BELOW_EACH_OTHER,
    APART,
    IN_PAIRS,
    GLUED,
    DOTTED,
    CLOSED,
    BROKEN,
    COUNTED
  }

  private final Random random;
  private final Tongue tongue;
  private final Style style;

  MadeUpLines(Random random, Tongue tongue) {
    this.random = random;
    this.tongue = tongue;
    this.style = Style.values()[random.nextInt(Style.values().length)];
  }

  /** What is between a task and the one above it. */
  List<String> above(int number) {
    boolean apart = style == Style.APART || (style == Style.IN_PAIRS && number % 2 == 0);
    return apart && number > 0 ? List.of("") : List.of();
  }

  /** The line of a task. */
  String line(String title, int number) {
    return switch (style) {
      case GLUED -> "-" + title;
      case DOTTED -> "• " + title;
      case CLOSED -> title + ";";
      case BROKEN -> title + "  ";
      case COUNTED -> (number + 1) + " " + title;
      default -> title;
    };
  }

  /** The lines of a section that holds none. */
  List<String> noise(About about) {
    return switch (about) {
      case SHIPPED ->
          List.of(line(tongue.title(random, 901), 0), line(tongue.title(random, 902), 1));
      case LEGEND -> List.of("🔴 = " + tongue.noun(random), "🟡 = " + tongue.noun(random));
      case FACTS, METRICS -> List.of(tongue.noun(random) + ": 12", tongue.noun(random) + ": 7");
      case TEAM ->
          List.of("Ida (" + tongue.person(random) + ")", "Olek (" + tongue.person(random) + ")");
      case REFERENCES -> List.of("https://example.org/a", "", "https://example.org/b");
      case ORDER -> List.of();
      default -> wrapped();
    };
  }

  /** A running text, as wide as its first sentence. */
  private List<String> wrapped() {
    StringBuilder text = new StringBuilder();
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      text.append(tongue.sentence(random)).append(' ');
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.toString().strip().split(" ")) {
      if (line.length() + word.length() > 60) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().strip());
    return lines;
  }
}
