package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.Map;

/**
 * Where and how the status of a task is written that no markers enclose.
 *
 * @param place what is replaced by another status: the character in a box, a word; empty where
 *     nothing is written yet
 * @param words what is written there for a status; one that is missing can't be written there
 * @param note a note in brackets that tells of a block or a rejection, such as {@code (blocked: no
 *     key)} with the space before it; empty, at the place for one, where there is none
 */
public record StatusSlot(Span place, Map<Status, String> words, Span note) {

  /** Copies the collection. */
  public StatusSlot {
    words = Map.copyOf(words);
  }
}
