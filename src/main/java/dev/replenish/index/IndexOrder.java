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
 * Where new entries belong: by the day of creation, in the direction in which the index runs, the
 * unknown last (docs/reference/format.md, "The index").
 */
public final class IndexOrder {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final TaskIndex index;
  private final IndexStyle style;
  private final int direction;

  /** The places of the entries that have a day. */
  private final List<Integer> dated = new ArrayList<>();

  /** For each of them the least key from there on. */
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

  /** The day, and behind it the number in an id such as {@code TASK-20260204-132}. */
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

  /** The digits behind the second dash. */
  private static long number(String id) {
    int from = id.indexOf('-', id.indexOf('-') + 1) + 1;
    int to = from;
    while (to < id.length() && to - from < 9 && id.charAt(to) >= '0' && id.charAt(to) <= '9') {
      to++;
    }
    return to == from ? UNKNOWN : Long.parseLong(id.substring(from, to));
  }

  /** 1 where the oldest is first, -1 where the newest is. */
  private static int direction(List<Key> keys) {
    int rising = 0;
    for (int i = 1; i < keys.size(); i++) {
      rising += Integer.signum(keys.get(i).compareTo(keys.get(i - 1)));
    }
    return rising < 0 ? -1 : 1;
  }

  /**
   * One new entry.
   *
   * @param fact what it tells
   * @param beside where the entry beside it begins; the start of the index where there is none
   * @param edit what adds it
   */
  public record Addition(ExpectedEntry fact, int beside, Replacement edit) {}

  /** An entry for each of {@code facts}, in the order in which they are to be. */
  public List<Addition> additions(List<ExpectedEntry> facts) {
    List<ExpectedEntry> sorted = new ArrayList<>(facts);
    sorted.sort(Comparator.comparing(this::towards));
    List<Addition> additions = new ArrayList<>();
    for (ExpectedEntry fact : sorted) {
      additions.add(index.entries().isEmpty() ? only(fact, additions.isEmpty()) : among(fact));
    }
    return additions;
  }

  private Key towards(ExpectedEntry fact) {
    return key(fact.id(), fact.created())
        .map(key -> key.towards(direction))
        .orElse(new Key(UNKNOWN, UNKNOWN));
  }

  /** At the end of an index that has no entry yet, a blank line above. */
  private Addition only(ExpectedEntry fact, boolean first) {
    InsertionPoint at = index.end();
    String newLine = style.newLine();
    String blank = first && at.atLineStart() && at.blankBefore() ? "" : newLine;
    String entry = style.entry(fact, Optional.empty());
    String added = at.atLineStart() ? blank + entry + newLine : newLine + blank + entry;
    int beside = index.source().body();
    return new Addition(fact, beside, Replacement.insert(at.offset(), added));
  }

  private Addition among(ExpectedEntry fact) {
    List<IndexEntry> entries = index.entries();
    int behind = behind(towards(fact));
    if (behind < 0) {
      IndexEntry next = entries.get(dated.get(0));
      String entry = style.entry(fact, Optional.of(next)) + style.newLine();
      int front = next.span().from();
      return new Addition(fact, front, Replacement.insert(front, entry + gap(dated.get(0))));
    }
    IndexEntry last = entries.get(behind);
    int at = last.span().to();
    String added = gap(behind) + style.entry(fact, Optional.of(last));
    boolean ended = index.source().atLineStart(at);
    Replacement edit =
        Replacement.insert(at, ended ? added + style.newLine() : style.newLine() + added);
    return new Addition(fact, last.span().from(), edit);
  }

  /** What is around the entry at {@code i} and its neighbour. */
  private String gap(int i) {
    int first = i + 1 < index.entries().size() ? i : i - 1;
    return first < 0
        ? style.gap(index.entries().get(i))
        : style.gap(index.entries().get(first), index.entries().get(first + 1));
  }

  /** The entry behind which {@code key} belongs; -1 for in front of all that have a day. */
  private int behind(Key key) {
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
