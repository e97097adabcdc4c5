package dev.replenish.outline.words;

import dev.replenish.board.Status;
import java.util.stream.Stream;

/** Finds words that say that something is blocked, put off or rejected. */
final class PutOff {
  private static final Terms OFF =
      new Terms(Stream.concat(WordLists.words("off"), StateMentions.words(Status.REJECTED)));

  private PutOff() {}

  /**
   * Whether the first word or two in brackets say that something is blocked, put off or rejected.
   */
  static boolean inBrackets(String text) {
    String words = NormalizedText.words(text);
    int one = words.indexOf(' ');
    int two = one < 0 ? -1 : words.indexOf(' ', one + 1);
    return isPutOff(words)
        || (one > 0 && isPutOff(words.substring(0, one)))
        || (two > 0 && isPutOff(words.substring(0, two)));
  }

  /** Whether a label as a whole says so: {@code Not planned: a second oven}. */
  static boolean inLabel(String words) {
    return isPutOff(NormalizedText.words(words));
  }

  /** Whether a part of a sentence begins with such a word. */
  static boolean begins(String text) {
    return OFF.begin(text);
  }

  /** Whether a remark has such a word anywhere. */
  static boolean within(String remark) {
    return OFF.within(remark);
  }

  private static boolean isPutOff(String phrase) {
    return !Terms.LATER.is(phrase)
        && (Vocabulary.exactTopic(phrase)
                .filter(of -> of == Topic.PARKED || of == Topic.BLOCKED)
                .isPresent()
            || Vocabulary.exactStatus(phrase)
                .filter(of -> of == Status.BLOCKED || of == Status.REJECTED)
                .isPresent());
  }
}
