package dev.replenish.index;

import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexField;
import dev.replenish.board.InsertionPoint;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.text.Replacement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the places of new entries: in order of creation, in the direction of the index, with
 * unknown days last (docs/reference/format.md, "The index").
 */
public final class IndexOrder {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final TaskIndex index;
  private final IndexStyle style;
  private final int direction;

  /** The indexes of the entries that have a day. */
  private final List<Integer> dated = new ArrayList<>();

  /** For each dated entry, the least key among it and the later ones. */
  private final Key[] least;

  /** The order of {@code index}. */
  public IndexOrder(TaskIndex index) {
    this.index = index;
    this.style = new IndexStyle(index);
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < index.entries().size(); i++) {
      Optional<Key> key = key(index.entries().get(i));
      if (key.isPresent()) {
        dated.add(i);
        keys.add(key.get());
      }
    }
    direction = direction(keys);
    least = new Key[keys.size()];
    for (int i = least.length - 1; i >= 0; i--) {
      Key key = keys.get(i).towards(direction);
      least[i] = i + 1 < least.length && least[i + 1].compareTo(key) < 0 ? least[i + 1] : key;
    }
  }

  /** The day and the number in an id such as {@code TASK-20260204-132}. */
  private record Key(long day, long number) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::day).thenComparingLong(Key::number);

    Key towards(int direction) {
      return new Key(direction * day, number == UNKNOWN ? UNKNOWN : direction * number);
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private Optional<Key> key(IndexEntry entry) {
    Optional<LocalDate> created =
        entry.line(IndexField.CREATED).flatMap(line -> Days.in(index.source().text(line.value())));
    return key(entry.id(), created);
  }

  private static Optional<Key> key(TaskId id, Optional<LocalDate> created) {
    Optional<LocalDate> named = Days.of(id);
    long number = named.isPresent() ? number(id.value()) : UNKNOWN;
    return created.or(() -> named).map(day -> new Key(day.toEpochDay(), number));
  }

  /** The digits after the second dash. */
  private static long number(String id) {
    int from = id.indexOf('-', id.indexOf('-') + 1) + 1;
    int to = from;
    while (to < id.length() && to - from < 9 && id.charAt(to) >= '0' && id.charAt(to) <= '9') {
      to++;
    }
    return to == from ? UNKNOWN : Long.parseLong(id.substring(from, to));
  }

  /** 1 if the oldest entry is first, -1 if the newest is. */
  private static int direction(List<Key> keys) {
    int rising = 0;
    for (int i = 1; i < keys.size(); i++) {
      rising += Integer.signum(keys.get(i).compareTo(keys.get(i - 1)));
    }
    return rising < 0 ? -1 : 1;
  }

  /**
   * An edit that adds one entry.
   *
   * @param expected the data of the entry
   * @param beside where the neighbouring entry begins; the start of the content if there is none
   * @param edit the edit that adds it
   */
  public record Addition(ExpectedEntry expected, int beside, Replacement edit) {}

  /** An addition for each of the expected entries, in the order of the index. */
  public List<Addition> additions(List<ExpectedEntry> expectedEntries) {
    List<ExpectedEntry> sorted = new ArrayList<>(expectedEntries);
    sorted.sort(Comparator.comparing(this::towards));
    List<Addition> additions = new ArrayList<>();
    for (ExpectedEntry expected : sorted) {
      additions.add(
          index.entries().isEmpty() ? only(expected, additions.isEmpty()) : among(expected));
    }
    return additions;
  }

  private Key towards(ExpectedEntry expected) {
    return key(expected.id(), expected.created())
        .map(key -> key.towards(direction))
        .orElse(new Key(UNKNOWN, UNKNOWN));
  }

  /** Adds an entry, with a blank line before it, at the end of an index that has none yet. */
  private Addition only(ExpectedEntry expected, boolean first) {
    InsertionPoint at = index.end();
    String newLine = style.newLine();
    String blank = first && at.atLineStart() && at.blankBefore() ? "" : newLine;
    String entry = style.entry(expected, Optional.empty());
    String added = at.atLineStart() ? blank + entry + newLine : newLine + blank + entry;
    int beside = index.source().body();
    return new Addition(expected, beside, Replacement.insert(at.offset(), added));
  }

  private Addition among(ExpectedEntry expected) {
    List<IndexEntry> entries = index.entries();
    int previous = previousEntry(towards(expected));
    if (previous < 0) {
      IndexEntry next = entries.get(dated.get(0));
      String entry = style.entry(expected, Optional.of(next)) + style.newLine();
      int front = next.span().from();
      return new Addition(expected, front, Replacement.insert(front, entry + gap(dated.get(0))));
    }
    IndexEntry last = entries.get(previous);
    int at = last.span().to();
    String added = gap(previous) + style.entry(expected, Optional.of(last));
    boolean ended = index.source().atLineStart(at);
    Replacement edit =
        Replacement.insert(at, ended ? added + style.newLine() : style.newLine() + added);
    return new Addition(expected, last.span().from(), edit);
  }

  /** The text between the entry at {@code i} and its neighbour. */
  private String gap(int i) {
    int first = i + 1 < index.entries().size() ? i : i - 1;
    return first < 0
        ? style.gap(index.entries().get(i))
        : style.gap(index.entries().get(first), index.entries().get(first + 1));
  }

  /** The index of the entry after which {@code key} belongs; -1 if before all dated entries. */
  private int previousEntry(Key key) {
    if (key.day() == UNKNOWN || least.length == 0) {
      return index.entries().size() - 1;
    }
    int from = 0;
    int to = least.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (least[middle].compareTo(key) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from == 0 ? -1 : dated.get(from - 1);
  }
}
