package dev.replenish.audit.history;

import dev.replenish.audit.TaskText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Matches the tasks of one commit with those of the next (docs/reference/audit.md, "Which tasks are
 * the same"). Only files that differ are compared; a task that is missing in them is looked for in
 * all others.
 */
final class Matching {
  /**
   * If more comparisons were needed, only titles are compared: that is a reorganization, no
   * mistake.
   */
  private static final long MOST_COMPARISONS = 2_000_000;

  private final List<Pair> pairs = new ArrayList<>();
  private final List<Instance> gone = new ArrayList<>();
  private final List<Instance> arrived = new ArrayList<>();

  /** One task before and after. */
  record Pair(Instance before, Instance after) {
    boolean isRenumbered() {
      return !before.text().id().equals(after.text().id());
    }

    boolean bringsId() {
      return isRenumbered() || !before.file().dir().equals(after.file().dir());
    }

    boolean moved() {
      return before.file().role() != after.file().role();
    }
  }

  /** Compares the files called {@code changed}. */
  Matching(Snapshot before, Snapshot after, Collection<BoardFile> changed) {
    for (BoardFile file : changed) {
      compare(file, before.read(file).tasks(), after.read(file).tasks());
    }
    if (isOneEdit()) {
      pairs.add(new Pair(gone.remove(0), arrived.remove(0)));
      return;
    }
    matchWithin(i -> i.file().path() + '\n' + i.text().id(), TaskText::hasTextOf);
    matchWithin(i -> i.file().dir() + '\n' + i.text().id(), TaskText::hasTextOf);
    matchWithin(i -> i.file().dir() + '\n' + i.text().id(), TaskText::continues);
    matchWithin(i -> i.text().id(), TaskText::continues);
    matchWithin(i -> i.file().dir() + '\n' + i.text().plainTitle(), TaskText::isRenumbered);
    matchWithin(i -> i.text().plainTitle(), TaskText::isRenumbered);
    if ((long) gone.size() * arrived.size() <= MOST_COMPARISONS) {
      matchWithin(i -> i.file().dir(), TaskText::isRenumbered);
      matchWithin(i -> "", TaskText::isRenumbered);
    }
  }

  /** Whether one task in one file has changed and nothing else, as in most commits. */
  private boolean isOneEdit() {
    return gone.size() == 1
        && arrived.size() == 1
        && gone.get(0).file().equals(arrived.get(0).file())
        && gone.get(0).text().id().equals(arrived.get(0).text().id())
        && gone.get(0).text().continues(arrived.get(0).text());
  }

  /** Collects the tasks of a file, except for unchanged ones at both ends, which most are. */
  private void compare(BoardFile file, List<FileState.Entry> old, List<FileState.Entry> now) {
    int first = 0;
    int most = Math.min(old.size(), now.size());
    while (first < most && isSame(old.get(first), now.get(first))) {
      first++;
    }
    int last = 0;
    while (last < most - first && isSame(end(old, last), end(now, last))) {
      last++;
    }
    for (int i = first; i < old.size() - last; i++) {
      gone.add(new Instance(file, old.get(i)));
    }
    for (int i = first; i < now.size() - last; i++) {
      arrived.add(new Instance(file, now.get(i)));
    }
  }

  private static FileState.Entry end(List<FileState.Entry> tasks, int fromLast) {
    return tasks.get(tasks.size() - 1 - fromLast);
  }

  private static boolean isSame(FileState.Entry one, FileState.Entry other) {
    return one.task().equals(other.task());
  }

  /** Pairs tasks that have the same key and pass {@code test}, in listed order. */
  private void matchWithin(Function<Instance, String> key, BiPredicate<TaskText, TaskText> test) {
    if (gone.isEmpty() || arrived.isEmpty()) {
      return;
    }
    Map<String, List<Instance>> candidates = new HashMap<>();
    for (Instance instance : arrived) {
      candidates.computeIfAbsent(key.apply(instance), k -> new ArrayList<>(2)).add(instance);
    }
    IdentityHashMap<Instance, Boolean> taken = new IdentityHashMap<>();
    Iterator<Instance> each = gone.iterator();
    while (each.hasNext()) {
      Instance before = each.next();
      for (Instance after : candidates.getOrDefault(key.apply(before), List.of())) {
        if (!taken.containsKey(after) && test.test(before.text(), after.text())) {
          taken.put(after, true);
          pairs.add(new Pair(before, after));
          each.remove();
          break;
        }
      }
    }
    arrived.removeIf(taken::containsKey);
  }

  /** The tasks that both commits have, except for unchanged ones at both ends of a file. */
  List<Pair> pairs() {
    return pairs;
  }

  /** Whether an id is in a new place: only then can one occur twice. */
  boolean bringsIds() {
    return !arrived.isEmpty() || pairs.stream().anyMatch(Pair::bringsId);
  }

  /** The tasks that are in none of the changed files any more. */
  List<Instance> gone() {
    return gone;
  }

  /** The tasks that are in the changed files and were not before. */
  List<Instance> arrived() {
    return arrived;
  }

  /**
   * The place of {@code task} in {@code snapshot}: under its id, or with the same text under
   * another one. A task that is only similar is another task.
   */
  static Optional<Instance> find(Snapshot snapshot, TaskText task) {
    Optional<Instance> renumbered = Optional.empty();
    for (BoardFile file : snapshot.files()) {
      for (FileState.Entry entry : snapshot.read(file).tasks()) {
        TaskText other = entry.task().text();
        if (other.id().equals(task.id()) && task.continues(other)) {
          return Optional.of(new Instance(file, entry));
        }
        if (renumbered.isEmpty() && task.size() > 0 && task.hasTextOf(other)) {
          renumbered = Optional.of(new Instance(file, entry));
        }
      }
    }
    return renumbered;
  }
}
