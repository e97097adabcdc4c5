package dev.replenish.outline.words;

/**
 * Finds sentences below a heading that begin with a state (docs/reference/unmarked.md, "How a file
 * is read").
 */
public final class BodyStates {
  private static final GuardedPattern EMPHASISED =
      GuardedPattern.of(
          "(?:^|[.!?。！？~)])\\s{0,3}(?:\\*\\*|__)([^*_\\s][^*_]{1,80})(?:\\*\\*|__)", "*_");

  private static final Terms ONCE = Terms.of("once");

  private BodyStates() {}

  /**
   * Whether a first paragraph begins struck through or with a state other than open ({@code Fixed:
   * the lid is new}), or a sentence in it begins with such a state in bold.
   */
  public static boolean lead(String paragraph) {
    return paragraph.startsWith(Strikethrough.MARK)
        || StateMentions.begins(paragraph)
        || isEmphasised(paragraph);
  }

  private static boolean isEmphasised(String paragraph) {
    return EMPHASISED.isIn(paragraph, part -> isState(NormalizedText.words(part.group(1))));
  }

  private static boolean isState(String words) {
    return !words.isEmpty() && Vocabulary.column(words).isEmpty() && StateMentions.begins(words);
  }

  /** Whether a sentence says that the task waits, was put off, or comes after something else. */
  public static boolean mentionDelay(String paragraph) {
    String text = ". " + paragraph;
    return StateRemarks.mentionDelay(text) || StateRemarks.anySentence(text, ONCE::begin);
  }
}
