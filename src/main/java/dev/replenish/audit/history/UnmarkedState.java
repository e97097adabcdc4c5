package dev.replenish.audit.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files of a board without markers, in one commit.
 *
 * @param items the items that are read as tasks
 * @param lines all lines
 */
public record UnmarkedState(List<Item> items, Set<String> lines) {
  /** No such files. */
  public static final UnmarkedState EMPTY = new UnmarkedState(List.of(), Set.of());

  /** Copies the list; the set may be large. */
  public UnmarkedState {
    items = List.copyOf(items);
  }

  /** The progress of an item. */
  public enum Progress {
    OPEN,
    FINISHED,
    /** Unknown. */
    UNCLEAR
  }

  /**
   * A task without markers.
   *
   * @param id its id; "" for none
   * @param title its title as written, untrusted text
   * @param plain the title in the form in which it is compared
   * @param path the file that holds it
   * @param line its line there, from 1
   */
  public record Item(
      String id, String title, String plain, String path, int line, Progress progress) {}

  /** The items and lines of both. */
  public UnmarkedState and(UnmarkedState other) {
    List<Item> all = new ArrayList<>(items);
    all.addAll(other.items);
    Set<String> both = new HashSet<>(lines);
    both.addAll(other.lines);
    return new UnmarkedState(all, both);
  }

  /** The words of some text, in lower case. */
  static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
    }
    return words;
  }
}
