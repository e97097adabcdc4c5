package dev.replenish.outline.words;

/** The words of user stories: {@code As a gardener, I want dry gloves}. */
public final class Stories {
  private static final Terms SPEAKERS = Terms.of("story");
  private static final Terms WISHES = Terms.of("wish");

  private Stories() {}

  /** Whether a text is a user story: it names a speaker and a wish. */
  public static boolean isStory(String text) {
    return hasSpeaker(text) && WISHES.within(text);
  }

  /** Whether a text names a speaker: {@code As a gardener, ...}. */
  public static boolean hasSpeaker(String text) {
    return SPEAKERS.within(text);
  }

  /** Whether a heading says that stories or tasks are below it: {@code User stories - spring}. */
  public static boolean areBelow(String title) {
    return Terms.HOLDING.is(TitleParts.first(title));
  }
}
