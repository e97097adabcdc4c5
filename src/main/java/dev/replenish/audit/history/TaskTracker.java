package dev.replenish.audit.history;

import dev.replenish.audit.Commit;
import dev.replenish.audit.TaskText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tracks all tasks over a history, commit by commit, parents before children
 * (docs/reference/audit.md). It decides by the files alone; messages only show whether a removal
 * was intended.
 */
public final class TaskTracker {
  private final List<AuditEvent> events = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();
  private final Map<String, Known> known = new HashMap<>();

  /** The task that had an id last, and whether it has been finished. */
  private record Known(TaskText text, boolean finished) {}

  /**
   * The result for a history.
   *
   * @param events what happened, in the order of the commits
   * @param losses the tasks that were lost, in the same order
   * @param duplicates the ids that occur twice at the tip
   * @param fused the ids of tasks that are in blocks of others at the tip
   * @param deleting the files without markers that delete finished items
   */
  public record Balance(
      List<AuditEvent> events,
      List<Loss> losses,
      List<Instance> duplicates,
      Set<String> fused,
      List<String> deleting) {

    /** Copies the lists. */
    public Balance {
      events = List.copyOf(events);
      losses = List.copyOf(losses);
      duplicates = List.copyOf(duplicates);
      fused = Set.copyOf(fused);
      deleting = List.copyOf(deleting);
    }

    /** The same with the results for files without markers. */
    public Balance with(List<AuditEvent> all, List<String> files) {
      return new Balance(all, losses, duplicates, fused, files);
    }
  }

  /** Processes the next commit. */
  public void take(Revision revision, Revision.Evidence evidence) {
    if (revision.parents().isEmpty()) {
      begin(revision);
      return;
    }
    List<Matching> matchings = new ArrayList<>();
    for (Revision.Parent parent : revision.parents()) {
      matchings.add(new Matching(parent.before(), revision.now(), parent.changed()));
    }
    Removals removals = new Removals(revision, evidence, matchings);
    removals.find();
    events.addAll(removals.events());
    events.addAll(new BoardFaults(revision, matchings).find());
    if (revision.isMerge()) {
      rewrittenByMerge(revision, matchings);
    } else {
      List<Matching.Pair> pairs = matchings.get(0).pairs();
      events.addAll(new KeptTasks(revision, pairs).find());
      remember(pairs);
    }
    for (Matching matching : matchings) {
      for (Instance arrived : losses.isEmpty() ? List.<Instance>of() : matching.arrived()) {
        restored(revision.commit(), arrived);
      }
    }
    if (!revision.isMerge()) {
      matchings.get(0).arrived().forEach(arrived -> arrive(revision, arrived));
    }
    losses.addAll(removals.losses());
  }

  /** Processes a commit without parents, where a history begins or a shallow clone ends. */
  private void begin(Revision revision) {
    for (BoardFile file : revision.now().files()) {
      for (FileState.Entry entry : revision.now().read(file).tasks()) {
        Instance task = new Instance(file, entry);
        if (!revision.cutOff()) {
          restored(revision.commit(), task);
          arrive(revision, task);
        } else {
          remember(task);
        }
      }
    }
  }

  private void arrive(Revision revision, Instance task) {
    Known before = known.get(key(task));
    if (before != null && !before.text.continues(task.text())) {
      boolean reported =
          events.stream()
              .skip(Math.max(0, events.size() - 100))
              .anyMatch(
                  i ->
                      i.kind() == AuditEventKind.ID_REUSED
                          && i.commit().id().equals(revision.commit().id())
                          && i.task().id().equals(task.text().id()));
      if (!reported) {
        events.add(
            AuditEvent.of(revision.commit(), AuditEventKind.ID_REUSED, task)
                .withNote("was " + before.text.title()));
      }
    }
    remember(task);
  }

  private void remember(List<Matching.Pair> pairs) {
    for (Matching.Pair pair : pairs) {
      boolean same =
          pair.before().entry().task().equals(pair.after().entry().task())
              && pair.before().file().dir().equals(pair.after().file().dir());
      if (!same) {
        remember(pair.after());
      }
    }
  }

  private void remember(Instance task) {
    String key = key(task);
    if (!task.text().id().isEmpty()) {
      known.put(key, new Known(task.text(), !task.entry().task().isOpen()));
    }
  }

  private static String key(Instance task) {
    return task.file().dir() + '\n' + task.text().id();
  }

  private void restored(Commit commit, Instance task) {
    for (int i = 0; i < losses.size(); i++) {
      Loss loss = losses.get(i);
      if (loss.missing() && loss.task().text().isSameTask(task.text())) {
        losses.set(i, loss.backIn(commit));
        events.add(
            AuditEvent.of(commit, AuditEventKind.RESTORED, task)
                .to(loss.event().commit().id())
                .withNote(
                    loss.task().text().id().equals(task.text().id())
                        ? ""
                        : "was " + loss.task().text().id()));
        return;
      }
    }
  }

  /** Adds what a merge itself has rewritten: only what differs from every parent. */
  private void rewrittenByMerge(Revision revision, List<Matching> matchings) {
    Map<String, Integer> lossy = new HashMap<>();
    for (Matching matching : matchings) {
      for (Matching.Pair pair : matching.pairs()) {
        KeptTasks.rewritten(revision, pair)
            .ifPresent(
                event -> {
                  if (lossy.merge(event.task().id(), 1, Integer::sum) == matchings.size()) {
                    events.add(event);
                  }
                });
      }
    }
  }

  /** The result; {@code tip} is the current state. */
  public Balance close(Snapshot tip) {
    List<Loss> ended = new ArrayList<>();
    Set<String> buried = BoardFaults.buried(tip);
    for (Loss loss : losses) {
      Optional<Instance> place = Matching.find(tip, loss.task().text());
      @Nullable Known last = known.get(key(loss.task()));
      boolean finished = last != null && last.finished && last.text.continues(loss.task().text());
      boolean missing =
          loss.missing()
              && place.isEmpty()
              && !finished
              && !buried.contains(loss.task().text().id());
      ended.add(loss.at(place, missing));
    }
    return new Balance(events, ended, BoardFaults.duplicates(tip), buried, List.of());
  }
}
