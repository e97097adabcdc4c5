package dev.replenish.outline.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The urgency that words, codes and pictures give (docs/reference/unmarked.md, "Words that are
 * understood").
 */
public final class Urgencies {
  private static final Dictionary<Urgency> LEVELS = new Dictionary<>("level", Urgency::valueOf);
  private static final Dictionary<Urgency> VALUES = new Dictionary<>("value", Urgency::valueOf);

  /** How many words at the beginning of a longer phrase may name an urgency. */
  private static final int FIRST_WORDS = 5;

  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\p{N}-])[pP]([0-4])(?![\\p{L}\\p{N}-])");
  private static final Pattern PICTURES = Pattern.compile(Pictures.ANY);

  private Urgencies() {}

  /** The urgency that a code such as P1 names. */
  private static Urgency ofCode(String digit) {
    return switch (digit) {
      case "0" -> Urgency.CRITICAL;
      case "1" -> Urgency.HIGH;
      case "2" -> Urgency.MEDIUM;
      case "3" -> Urgency.LOW;
      default -> Urgency.LOWEST;
    };
  }

  /**
   * The urgency that a heading, a cell or a field states: the most urgent of the codes such as P1
   * and the phrases in it, or that of a coloured picture if there are none.
   */
  public static Optional<Urgency> level(String text) {
    Matcher code = code(text);
    Optional<Urgency> found = Optional.empty();
    while (code != null && code.find()) {
      found = stronger(found, Optional.of(ofCode(code.group(1))));
    }
    String repaired = Mojibake.repaired(text);
    for (String part : TitleParts.of(repaired)) {
      found = stronger(found, phrase(NormalizedText.words(part)));
    }
    return found.or(() -> Pictures.level(repaired));
  }

  /** The same for a cell or a field that is there for the urgency. */
  public static Optional<Urgency> priority(String value) {
    return level(value).or(() -> VALUES.of(NormalizedText.words(value)));
  }

  /** The urgency of a phrase that names nothing else: {@code P1}, {@code high priority}. */
  public static Optional<Urgency> exactLevel(String phrase) {
    String bare = phrase.strip();
    Matcher code = bare.length() == 2 ? code(bare) : null;
    return code != null && code.matches()
        ? Optional.of(ofCode(code.group(1)))
        : LEVELS.of(NormalizedText.words(phrase));
  }

  /** Whether a heading, up to its first bracket or dash, is the name of an urgency. */
  public static boolean namesUrgency(String title) {
    return exactLevel(title).isPresent()
        || LEVELS.of(NormalizedText.words(TitleParts.first(title))).isPresent();
  }

  /**
   * Whether a heading states an urgency in words, or by a picture at the start; one at its end
   * gives a state.
   */
  public static boolean statesUrgency(String title) {
    String repaired = Mojibake.repaired(title);
    boolean none = NormalizedText.isBelow(0x2300, repaired);
    String plain = none ? repaired : PICTURES.matcher(repaired).replaceAll(" ");
    boolean words = false;
    for (String part : TitleParts.of(plain)) {
      words = words || phrase(NormalizedText.words(part)).isPresent() || isCoded(part.strip());
    }
    return words || Caption.firstPicture(title).flatMap(Pictures::levelOf).isPresent();
  }

  /** Whether a code such as P1 is at either end of a part. */
  private static boolean isCoded(String part) {
    Matcher code = code(part);
    boolean ends = false;
    while (code != null && code.find()) {
      ends |= code.start() == 0 || code.end() == part.length();
    }
    return ends;
  }

  /** A matcher of codes such as P1; null where there is none. */
  private static @Nullable Matcher code(String text) {
    for (int i = 1; i < text.length(); i++) {
      boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '4';
      if (digit && (text.charAt(i - 1) | 0x20) == 'p') {
        return CODE.matcher(text);
      }
    }
    return null;
  }

  private static Optional<Urgency> phrase(String words) {
    Optional<Urgency> level = LEVELS.of(words);
    int priority = words.indexOf("priority");
    if (level.isEmpty() && priority > 0) {
      level = LEVELS.of(words.substring(0, priority).strip()); // High priority bugs
    }
    int end = words.indexOf(' ');
    Optional<Urgency> begun = Optional.empty(); // Haute priorité restante
    for (int count = 2; level.isEmpty() && end >= 0 && count <= FIRST_WORDS; count++) {
      end = words.indexOf(' ', end + 1);
      Optional<Urgency> longer = end < 0 ? Optional.empty() : LEVELS.of(words.substring(0, end));
      begun = longer.isPresent() ? longer : begun;
    }
    return level.isPresent() ? level : begun;
  }

  private static Optional<Urgency> stronger(Optional<Urgency> a, Optional<Urgency> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return Optional.of(Urgency.stronger(a.get(), b.get()));
  }
}
