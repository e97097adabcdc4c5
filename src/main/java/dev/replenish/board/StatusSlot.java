package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.Map;

/**
 * Where and how the status of a task without markers is written.
 *
 * @param place the text that another status replaces: the character in a box, or a word; empty if
 *     nothing is written yet
 * @param words the text for each status; a status without text can't be written there
 * @param note the note in brackets on a block or a rejection, such as {@code (blocked: no key)},
 *     with the space before it; without a note, an empty span where one is added
 */
public record StatusSlot(Span place, Map<Status, String> words, Span note) {

  /** Copies the collection. */
  public StatusSlot {
    words = Map.copyOf(words);
  }
}
