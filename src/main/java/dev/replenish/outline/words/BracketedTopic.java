package dev.replenish.outline.words;

import java.util.Optional;

/** What something in brackets behind a title says of all of it. */
public final class BracketedTopic {
  private BracketedTopic() {}

  /** That it is over, put off or blocked. */
  public static Optional<Topic> of(String title) {
    for (String part : TitleParts.bracketed(title)) {
      Optional<Topic> topic =
          Vocabulary.exactTopic(part)
              .filter(of -> of == Topic.PARKED || of == Topic.DONE || of == Topic.BLOCKED);
      if (topic.isPresent()) {
        return topic;
      }
    }
    return Optional.empty();
  }

  /** Whether it says that all of it is to be done: {@code Second oven (planned)}. */
  public static boolean isOpen(String title) {
    return TitleParts.bracketed(title).stream()
        .anyMatch(part -> Vocabulary.exactTopic(part).filter(Topic.OPEN::equals).isPresent());
  }
}
