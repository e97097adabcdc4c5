package dev.replenish.outline.words;

import java.util.Optional;

/** What brackets in a title say of everything below it. */
public final class BracketedTopic {
  private BracketedTopic() {}

  /** The topic if everything is done, put off or blocked. */
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

  /** Whether brackets say that everything is to be done: {@code Second oven (planned)}. */
  public static boolean isOpen(String title) {
    return TitleParts.bracketed(title).stream()
        .anyMatch(part -> Vocabulary.exactTopic(part).filter(Topic.OPEN::equals).isPresent());
  }
}
