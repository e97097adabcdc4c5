package dev.replenish.outline;

import dev.replenish.board.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a backlog mean (TASKS.md, "Words that are understood"). */
final class Vocabulary {
  private static final Dictionary<Level> LEVELS =
      new Dictionary<>(Phrases.LEVELS + Languages.of("level"), Level::valueOf);
  private static final Dictionary<Level> VALUES =
      new Dictionary<>(Languages.of("value"), Level::valueOf);
  private static final Dictionary<Status> STATUSES =
      new Dictionary<>(Phrases.STATUSES + Languages.of("status"), Status::valueOf);
  private static final Dictionary<Topic> TOPICS =
      new Dictionary<>(Phrases.TOPICS + Languages.of("topic"), Topic::valueOf);
  private static final Dictionary<Column> COLUMNS =
      new Dictionary<>(Phrases.COLUMNS + Languages.of("column"), Column::valueOf);
  private static final Map<Integer, Status> STATUS_PICTURES = new HashMap<>();
  private static final Map<Integer, Level> LEVEL_PICTURES = new HashMap<>();

  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\p{N}-])[pP]([0-4])(?![\\p{L}\\p{N}-])");
  private static final Pattern BRACKETS =
      Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|（[^（）]*）|【[^【】]*】");
  private static final Pattern PARTS = Pattern.compile("\\s[-–—]+\\s|[()\\[\\]:|/,;–—（）【】：；，、／｜]+");

  static {
    pictures(Phrases.STATUS_PICTURES, (c, word) -> STATUS_PICTURES.put(c, Status.valueOf(word)));
    pictures(Phrases.LEVEL_PICTURES, (c, word) -> LEVEL_PICTURES.put(c, Level.valueOf(word)));
  }

  private Vocabulary() {}

  private interface Known {
    void put(int picture, String word);
  }

  private static void pictures(String text, Known known) {
    for (String line : text.split("\n")) {
      int colon = line.indexOf(':');
      line.substring(colon + 1)
          .codePoints()
          .filter(c -> c > ' ' && c != 0xFE0F)
          .forEach(c -> known.put(c, line.substring(0, colon)));
    }
  }

  /** The priority that a code such as P1 names. */
  private static Level coded(String digit) {
    return switch (digit) {
      case "0" -> Level.CRITICAL;
      case "1" -> Level.HIGH;
      case "2" -> Level.MEDIUM;
      case "3" -> Level.LOW;
      default -> Level.LOWEST;
    };
  }

  /**
   * How urgent a heading, a cell or a field says that something is: the most urgent of a code such
   * as P1 and the phrases in it, or a coloured picture where there are none.
   */
  static Optional<Level> level(String text) {
    Matcher code = CODE.matcher(text);
    Optional<Level> found = Optional.empty();
    while (code.find()) {
      found = stronger(found, Optional.of(coded(code.group(1))));
    }
    String repaired = Mojibake.repaired(text);
    for (String part : PARTS.split(repaired)) {
      found = stronger(found, phrase(Plain.words(part)));
    }
    return found.or(() -> pictured(repaired, LEVEL_PICTURES));
  }

  /** The same of a cell or a field that is there to tell it. */
  static Optional<Level> priority(String value) {
    return level(value).or(() -> VALUES.of(Plain.words(value)));
  }

  /** The level that a phrase names which is nothing else: {@code P1}, {@code high priority}. */
  static Optional<Level> exactLevel(String phrase) {
    Matcher code = CODE.matcher(phrase.strip());
    return code.matches() ? Optional.of(coded(code.group(1))) : LEVELS.of(Plain.words(phrase));
  }

  /** The status that a phrase names which is nothing else. */
  static Optional<Status> exactStatus(String phrase) {
    return STATUSES.of(Plain.words(phrase));
  }

  private static Optional<Level> phrase(String words) {
    Optional<Level> level = LEVELS.of(words);
    int priority = words.indexOf("priority");
    if (level.isEmpty() && priority > 0) {
      level = LEVELS.of(words.substring(0, priority).strip()); // High priority bugs
    }
    return level;
  }

  private static Optional<Level> stronger(Optional<Level> a, Optional<Level> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return Optional.of(Level.stronger(a.get(), b.get()));
  }

  /** What the first picture of a text means, if it has one that is known. */
  private static <T> Optional<T> pictured(String text, Map<Integer, T> pictures) {
    return text.codePoints().mapToObj(pictures::get).filter(java.util.Objects::nonNull).findFirst();
  }

  /** The status that a cell or a field states: {@code 📝 TODO}, {@code Done (v2)}. */
  static Optional<Status> status(String text) {
    String words = Plain.words(text);
    return STATUSES
        .of(words)
        .or(() -> STATUSES.of(Plain.words(firstPart(text))))
        .or(() -> Status.parse(text))
        .or(() -> words.isEmpty() ? statusPicture(text) : Optional.empty());
  }

  private static String firstPart(String text) {
    String[] parts = PARTS.split(Mojibake.repaired(text).strip(), 2);
    return parts.length == 0 ? "" : parts[0];
  }

  /** What the first known picture of {@code text} says of its status. */
  static Optional<Status> statusPicture(String text) {
    return pictured(Mojibake.repaired(text), STATUS_PICTURES);
  }

  /** What a single picture says of the status. */
  static Optional<Status> statusOf(int picture) {
    return Optional.ofNullable(STATUS_PICTURES.get(picture));
  }

  /** What a single picture says of the urgency. */
  static Optional<Level> levelOf(int picture) {
    return Optional.ofNullable(LEVEL_PICTURES.get(picture));
  }

  /**
   * What a heading says of all that stands under it, if it does. Of a heading in parts the first
   * one counts, but that it informs has to be said by the whole: in brackets alone may more follow.
   */
  static Optional<Topic> topic(String title) {
    String first = Plain.words(firstPart(title));
    String unbracketed = Plain.words(BRACKETS.matcher(title).replaceAll(" "));
    return TOPICS
        .of(Plain.words(title))
        .or(() -> TOPICS.of(unbracketed))
        .or(() -> TOPICS.of(first).filter(topic -> topic != Topic.INFORMATION));
  }

  /** What a column or a label tells, by its header. */
  static Optional<Column> column(String header) {
    return header.strip().equals("#") ? Optional.of(Column.ID) : COLUMNS.of(Plain.words(header));
  }
}
