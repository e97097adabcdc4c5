package dev.replenish.audit.history;

import dev.replenish.audit.TaskText;
import dev.replenish.board.FileRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds where the tasks went that a commit lacks, by the rules of docs/reference/audit.md, "Lost".
 * A merge has removed a task itself only if no side had removed it before.
 */
final class Removals {
  private static final int FEWEST_LETTERS = 8;

  private final Revision revision;
  private final Revision.Evidence evidence;
  private final List<Matching> matchings;
  private final Set<String> buried;
  private final List<AuditEvent> events = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();

  Removals(Revision revision, Revision.Evidence evidence, List<Matching> matchings) {
    this.revision = revision;
    this.evidence = evidence;
    this.matchings = matchings;
    this.buried = BoardFaults.buried(revision.now());
  }

  /** A task that is gone, and the number of the parent that held it. */
  private record Gone(Instance task, int parent) {}

  void find() {
    List<Gone> gone = new ArrayList<>();
    for (int i = 0; i < matchings.size(); i++) {
      for (Instance task : matchings.get(i).gone()) {
        boolean held =
            buried.contains(task.text().id())
                || Matching.find(revision.now(), task.text()).isPresent();
        if (!held && isOwn(task.text(), i)) {
          add(gone, new Gone(task, i));
        }
      }
    }
    gone.removeIf(each -> gone.stream().anyMatch(other -> isRenumbered(each, other)));
    Set<String> vanished = vanished(gone);
    Map<String, Integer> trimmed = new TreeMap<>();
    int removed = 0;
    for (Gone each : gone) {
      if (each.task.file().role() == FileRole.ARCHIVE) {
        trimmed.merge(each.task.file().dir(), 1, Integer::sum);
      } else if (each.task.isOpen() && vanished.contains(each.task.file().dir())) {
        removed++;
      } else {
        report(each);
      }
    }
    trimmed.forEach(
        (dir, count) ->
            events.add(
                AuditEvent.of(revision.commit(), AuditEventKind.ARCHIVE_TRIMMED, dir, count, "")));
    if (removed > 0) {
      events.add(
          AuditEvent.of(
              revision.commit(),
              AuditEventKind.BOARDS_REMOVED,
              String.join(", ", vanished),
              removed,
              vanished.size() == 1 ? "1 board" : vanished.size() + " boards"));
    }
  }

  /**
   * Whether both are one task that a merge has lost, to which the side of {@code other} gave
   * another id.
   */
  private boolean isRenumbered(Gone each, Gone other) {
    return each.parent != other.parent
        && !each.task.text().id().equals(other.task.text().id())
        && each.task.text().isRenumbered(other.task.text())
        && !holds(before(other.parent), each.task)
        && !holds(before(each.parent), other.task)
        && evidence.bases(each.parent, other.parent).stream()
            .anyMatch(base -> holds(base, each.task));
  }

  private static boolean holds(Snapshot snapshot, Instance task) {
    return Matching.find(snapshot, task.text())
        .filter(place -> place.text().id().equals(task.text().id()))
        .isPresent();
  }

  private Snapshot before(int parent) {
    return revision.parents().get(parent).before();
  }

  /** Adds a task once; if one of two sides has finished or reopened it, that side counts. */
  private void add(List<Gone> gone, Gone now) {
    for (int i = 0; i < gone.size(); i++) {
      Gone known = gone.get(i);
      boolean same = known.task.text().id().equals(now.task.text().id());
      if (same && known.task.text().continues(now.task.text())) {
        boolean old =
            evidence.bases(known.parent, now.parent).stream()
                .flatMap(base -> Matching.find(base, known.task.text()).stream())
                .anyMatch(base -> base.isOpen() == known.task.isOpen());
        if (known.parent != now.parent && known.task.isOpen() != now.task.isOpen() && old) {
          gone.set(i, now);
        }
        return;
      }
    }
    gone.add(now);
  }

  /** Whether the commit itself removed it: every other side had it as well, or never had it. */
  private boolean isOwn(TaskText task, int parent) {
    for (int other = 0; other < matchings.size(); other++) {
      if (other != parent) {
        Snapshot side = before(other);
        boolean held = Matching.find(side, task).isPresent();
        if (!held && wasRemoved(task, parent, other)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean wasRemoved(TaskText task, int holder, int other) {
    return evidence.bases(holder, other).stream()
        .anyMatch(base -> Matching.find(base, task).isPresent());
  }

  /**
   * The boards that were removed as a whole: no file of them is left, and no open task anywhere.
   */
  private Set<String> vanished(List<Gone> gone) {
    Map<String, Set<Integer>> parents = new HashMap<>();
    Map<String, Integer> open = new HashMap<>();
    for (Gone each : gone) {
      if (each.task.isOpen()) {
        parents.computeIfAbsent(each.task.file().dir(), d -> new HashSet<>()).add(each.parent);
        open.merge(each.task.file().dir(), 1, Integer::sum);
      }
    }
    Set<String> vanished = new TreeSet<>();
    parents.forEach(
        (dir, from) -> {
          boolean left = revision.now().files().stream().anyMatch(file -> file.dir().equals(dir));
          Snapshot before = before(from.iterator().next());
          if (!left && openTasks(before, dir) <= open.getOrDefault(dir, 0)) {
            vanished.add(dir);
          }
        });
    return vanished;
  }

  private static int openTasks(Snapshot snapshot, String dir) {
    int open = 0;
    for (BoardFile file : snapshot.files()) {
      if (file.dir().equals(dir) && file.role() != FileRole.ARCHIVE) {
        for (FileState.Entry entry : snapshot.read(file).tasks()) {
          open += entry.task().isOpen() ? 1 : 0;
        }
      }
    }
    return open;
  }

  private void report(Gone gone) {
    if (!gone.task.isOpen()) {
      events.add(event(AuditEventKind.FINISHED_REMOVED, gone));
    } else if (isNamed(gone.task.text())) {
      events.add(event(AuditEventKind.REMOVED_AND_SAID, gone));
    } else {
      Optional<String> holder = evidence.holder(gone.task.text());
      if (holder.isPresent()) {
        events.add(event(AuditEventKind.MOVED_OUT, gone).to(holder.get()));
      } else {
        AuditEvent lost = event(AuditEventKind.LOST, gone);
        String parent = revision.parents().get(gone.parent).id();
        events.add(lost);
        losses.add(new Loss(lost, gone.task, parent, Optional.empty(), Optional.empty(), true));
      }
    }
  }

  private AuditEvent event(AuditEventKind kind, Gone gone) {
    return AuditEvent.of(revision.commit(), kind, gone.task);
  }

  /** Whether the message names the task, or its title if it has no id. */
  private boolean isNamed(TaskText task) {
    boolean titled = task.id().isEmpty() && task.title().strip().length() >= FEWEST_LETTERS;
    return revision.undoes()
        || revision.names(task.id())
        || (titled && revision.message().contains(task.title().strip()));
  }

  List<AuditEvent> events() {
    return events;
  }

  List<Loss> losses() {
    return losses;
  }
}
