package dev.replenish.outline.words;

/**
 * Words for what must happen before tasks may begin, and for reasons not to begin them at all
 * (docs/reference/unmarked.md, "States").
 */
public final class Conditions {
  private static final Terms NEEDS = Terms.of("need");
  private static final Terms RULINGS = Terms.of("ruling");
  private static final Terms UNRULED = Terms.of("unruled");
  private static final Terms DELAYS = Terms.of("delay");

  private Conditions() {}

  /**
   * Whether a heading says that a decision is needed first: {@code Needs a product decision},
   * {@code Not approved yet}.
   */
  public static boolean awaitRuling(String title) {
    String plain = TitleParts.unbracketed(title);
    String words = TitleParts.withoutNumber(plain);
    return UNRULED.begin(words)
        || (RULINGS.within(words) && (NEEDS.begin(words) || NEEDS.end(words)));
  }

  /** Whether brackets in a text say so: {@code (awaiting approval)}. */
  public static boolean awaitRulingInBrackets(String text) {
    return TitleParts.bracketed(text).stream().anyMatch(Conditions::awaitRuling);
  }

  /**
   * Whether the header of a column says why rows are not begun, or when they may be: {@code Why
   * deferred}.
   */
  public static boolean nameDelay(String header) {
    return DELAYS.begin(header) || PutOff.within(header);
  }
}
