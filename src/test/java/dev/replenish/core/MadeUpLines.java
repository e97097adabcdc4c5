package dev.replenish.core;

import dev.replenish.core.Language.About;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tasks as lines of plain text, in one style per file, and text beside them. */
final class MadeUpLines {
  /** How the tasks of a file are separated or marked. */
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
  private final Language language;
  private final Style style;

  MadeUpLines(Random random, Language language) {
    this.random = random;
    this.language = language;
    this.style = Style.values()[random.nextInt(Style.values().length)];
  }

  /** The lines between a task and the task above it. */
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

  /** The lines of a section without tasks. */
  List<String> noise(About about) {
    return switch (about) {
      case SHIPPED ->
          List.of(line(language.title(random, 901), 0), line(language.title(random, 902), 1));
      case LEGEND -> List.of("🔴 = " + language.noun(random), "🟡 = " + language.noun(random));
      case FACTS, METRICS -> List.of(language.noun(random) + ": 12", language.noun(random) + ": 7");
      case TEAM ->
          List.of(
              "Ida (" + language.person(random) + ")", "Olek (" + language.person(random) + ")");
      case REFERENCES -> List.of("https://example.org/a", "", "https://example.org/b");
      case ORDER -> List.of();
      default -> wrapped();
    };
  }

  /** Running text, wrapped at about 60 columns. */
  private List<String> wrapped() {
    StringBuilder text = new StringBuilder();
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      text.append(language.sentence(random)).append(' ');
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
