package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words beside a title that say that a task is not to be begun now. */
public final class StateHints {
  private static final Pattern CAPITALS = Pattern.compile("^\\p{Lu}{4,}(?=[\\s,;.()]|$)");

  private static final int MOST_WORDS = 8;
  private static final int FEW_WORDS = 5;
  private static final Terms RAW = Terms.of("raw");

  private StateHints() {}

  /** Whether a value is nothing but a word for what is put off, stopped or begun. */
  public static boolean holds(String value) {
    return Vocabulary.topic(value).filter(Topic.PARKED::equals).isPresent() || isNotOpen(value);
  }

  /** Whether brackets in a value hold such a word: {@code medium (already in progress)}. */
  public static boolean bracketed(String value) {
    return TitleParts.bracketed(value).stream()
        .map(String::strip)
        .anyMatch(part -> holds(part) || isNotOpen(part.substring(part.indexOf(' ') + 1)));
  }

  /** The status open, if a state of several parts ends with it: {@code planned well, not begun}. */
  public static Optional<Status> notBegun(String value) {
    String[] parts = TitleParts.of(value);
    boolean open = parts.length > 1 && isOpen(parts[parts.length - 1]);
    for (int i = 0; i + 1 < parts.length && open; i++) {
      open = !holds(parts[i]) && !PutOff.begins(parts[i]);
    }
    return open ? Optional.of(Status.TODO) : Optional.empty();
  }

  /** Whether a later part of a brief value puts it off: {@code shop, deferred until May}. */
  public static boolean endsPutOff(String value) {
    String[] parts = TitleParts.of(TitleParts.unbracketed(value));
    boolean brief = parts.length > 1 && NormalizedText.count(value) <= MOST_WORDS;
    for (int i = 1; i < parts.length && brief; i++) {
      if (PutOff.begins(parts[i])) {
        return true;
      }
    }
    return false;
  }

  /** The status open, if a state begins with a word for what is new and no part puts it off. */
  public static Optional<Status> raw(String value) {
    String[] parts = TitleParts.of(value);
    String first = parts.length == 0 ? "" : parts[0].split("[.!]\\s", 2)[0];
    return RAW.is(first) && Arrays.stream(parts).noneMatch(StateRemarks::delays)
        ? Optional.of(Status.TODO)
        : Optional.empty();
  }

  /** Whether brackets in a value say that something is blocked, put off or rejected. */
  public static boolean putsOff(String value) {
    return TitleParts.bracketed(value).stream().anyMatch(PutOff::inBrackets);
  }

  /** The same for brackets of at most five words, as headings have. */
  public static boolean putsOffBriefly(String title) {
    return TitleParts.bracketed(title).stream()
        .anyMatch(part -> NormalizedText.count(part) <= FEW_WORDS && PutOff.inBrackets(part));
  }

  /** Whether a heading has a word for what is put off or rejected. */
  public static boolean mentionDelay(String title) {
    return PutOff.within(title);
  }

  /** Whether a value begins with a word in capitals that may be a state. */
  public static boolean shouts(String value) {
    Matcher word = CAPITALS.matcher(value);
    return word.find() && !isOpen(word.group()) && Urgencies.exactLevel(word.group()).isEmpty();
  }

  /** Whether a text is nothing but a picture and a word for a state or an urgency. */
  public static boolean explains(String text) {
    boolean pictured = Pictures.leading(text).isPresent();
    String words = pictured ? NormalizedText.words(TitleParts.first(text)) : "";
    return !words.isEmpty()
        && (Vocabulary.exactStatus(words).isPresent() || Urgencies.exactLevel(words).isPresent());
  }

  /** Whether a heading is about states in general: {@code Open items by status}. */
  public static boolean namesStates(String title) {
    for (String word : NormalizedText.words(title).split(" ")) {
      if (Vocabulary.names(word, Column.STATUS) && Vocabulary.exactStatus(word).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether words are nothing but the name of a state other than open. */
  public static boolean isNotOpen(String words) {
    return Vocabulary.exactStatus(words).filter(status -> status != Status.TODO).isPresent();
  }

  private static boolean isOpen(String word) {
    Optional<Status> status = Vocabulary.exactStatus(word);
    return status.filter(Status.TODO::equals).isPresent();
  }
}
