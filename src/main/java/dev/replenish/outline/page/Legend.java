package dev.replenish.outline.page;

import dev.replenish.board.Status;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Shortcodes;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file itself says about the meaning of its pictures (docs/reference/unmarked.md, "States"):
 * {@code ⏳ waiting · 🟡 begun}. A picture that is explained in two ways counts as unexplained.
 */
public final class Legend {
  private static final Pattern PARTS = Pattern.compile("[·|,;/、，；]|\\s{2,}");
  private static final Pattern EXPLAINED =
      Pattern.compile(
          "^[\\s*_`(]*("
              + Pictures.ANY
              + ")\\x{fe0f}?"
              + "[*_`]*\\s*[-–—:：=→]*\\s*(\\p{L}.{1,40})$");

  private final Map<Integer, Status> known = new HashMap<>();
  private final Set<Integer> unclear = new HashSet<>();

  private Legend() {}

  /** The legend of a document; empty if the document explains nothing. */
  static Legend of(Outline outline) {
    Legend legend = new Legend();
    for (Line line : outline.lines()) {
      String text = line.isBlank() ? "" : Shortcodes.drawn(outline.text(line));
      if (text.codePoints().anyMatch(c -> c >= Pictures.FIRST)) {
        for (String part : PARTS.split(text)) {
          legend.read(part);
        }
      }
    }
    legend.known.keySet().removeAll(legend.unclear);
    return legend;
  }

  private void read(String part) {
    Matcher explained = EXPLAINED.matcher(part);
    if (explained.matches()) {
      int picture = explained.group(1).codePointAt(0);
      String words = explained.group(2);
      Optional<Status> status =
          Vocabulary.status(words).or(() -> Vocabulary.topic(words).flatMap(Legend::of));
      if (status.isPresent() && Pictures.statusOf(picture).isEmpty()) {
        Status before = known.putIfAbsent(picture, status.get());
        if (before != null && before != status.get()) {
          unclear.add(picture);
        }
      }
    }
  }

  private static Optional<Status> of(Topic topic) {
    return switch (topic) {
      case DONE -> Optional.of(Status.DONE);
      case BLOCKED -> Optional.of(Status.BLOCKED);
      case ACTIVE -> Optional.of(Status.IN_PROGRESS);
      case OPEN -> Optional.of(Status.TODO);
      default -> Optional.empty();
    };
  }

  /** The status that the legend gives for the first picture in {@code text} that it explains. */
  public Optional<Status> status(String text) {
    return Shortcodes.drawn(text)
        .codePoints()
        .filter(known::containsKey)
        .mapToObj(known::get)
        .findFirst();
  }
}
