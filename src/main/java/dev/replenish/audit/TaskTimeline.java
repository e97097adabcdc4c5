package dev.replenish.audit;

import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events of one task, read from the files of every commit (docs/reference/history.md): messages
 * only decide whether an event was caused by a command or by hand.
 */
public final class TaskTimeline {
  private final String id;
  private final List<Stop> stops = new ArrayList<>();

  private TaskTimeline(String id) {
    this.id = id;
  }

  /**
   * A commit that changed the board's files.
   *
   * @param trail the content of its message, if Replenish wrote it about this board
   * @param now the task after it; empty if no file has it
   * @param before the task in each parent
   * @param cutOff whether there are parents that a shallow clone does not have
   */
  public record Step(
      Commit commit,
      Optional<AuditRecord> trail,
      Optional<TaskVersion> now,
      List<Optional<TaskVersion>> before,
      boolean cutOff) {

    /** Copies the list. */
    public Step {
      before = List.copyOf(before);
    }

    private boolean changesTask() {
      return before.isEmpty() ? now.isPresent() && !cutOff : !before.contains(now);
    }

    /** The task before: in the first parent that has it. */
    Optional<TaskVersion> origin() {
      return before.stream().flatMap(Optional::stream).findFirst();
    }
  }

  /**
   * Something that happened to the task.
   *
   * @param from the file that it was in before
   * @param to the file that it was in then
   * @param status its status then; empty if it is unknown, or the task is gone
   * @param byHand whether no command of Replenish did it
   */
  public record Stop(
      Event event,
      Commit commit,
      Optional<String> from,
      Optional<String> to,
      Optional<Status> status,
      boolean byHand) {}

  /**
   * Another task that had the id before.
   *
   * @param title its title, untrusted text
   * @param last its last event
   * @param commits the ids of the commits that changed it
   */
  public record Former(String title, Stop last, Set<String> commits) {

    /** Copies the set. */
    public Former {
      commits = Set.copyOf(commits);
    }
  }

  /**
   * The history of one task.
   *
   * @param stops its events, oldest first
   * @param others the tasks that had its id before, oldest first
   */
  public record Journey(List<Stop> stops, List<Former> others) {

    /** Copies the lists. */
    public Journey {
      stops = List.copyOf(stops);
      others = List.copyOf(others);
    }
  }

  /**
   * The history of the task that has {@code id} at the end, or had it last; the others that had
   * that id are separate.
   *
   * @param steps the commits, parents before children
   * @param end the task at the end of the history
   */
  public static Journey journey(String id, List<Step> steps, Optional<TaskVersion> end) {
    Namesakes namesakes = new Namesakes(id, steps);
    int subject = end.map(namesakes::number).orElse(Math.max(0, namesakes.count() - 1));
    List<Former> others = new ArrayList<>();
    List<Stop> stops = List.of();
    for (int i = 0; i < namesakes.count(); i++) {
      List<Stop> journey = of(id, namesakes.only(i, steps), i == subject ? end : Optional.empty());
      if (i == subject) {
        stops = journey;
      } else if (!journey.isEmpty()) {
        Set<String> commits = new HashSet<>();
        journey.forEach(stop -> commits.add(stop.commit().id()));
        others.add(new Former(namesakes.title(i), journey.get(journey.size() - 1), commits));
      }
    }
    return new Journey(stops, others);
  }

  /**
   * The events of the task called {@code id}, oldest first.
   *
   * <p>A merge that agrees with one of its parents is no event. But it may have discarded a change
   * of the other; if the last event does not lead to {@code end}, the last such merge gets one.
   *
   * @param steps the commits, parents before children
   * @param end the task at the end of the history
   */
  static List<Stop> of(String id, List<Step> steps, Optional<TaskVersion> end) {
    TaskTimeline journey = new TaskTimeline(id);
    Optional<TaskVersion> last = Optional.empty();
    for (Step step : steps) {
      if (step.changesTask()) {
        journey.add(step, step.origin());
      }
      if (step.changesTask() || step.cutOff) {
        last = step.now;
      }
    }
    if (!last.equals(end)) {
      journey.addMerge(steps, last, end);
    }
    return List.copyOf(journey.stops);
  }

  private void addMerge(List<Step> steps, Optional<TaskVersion> last, Optional<TaskVersion> end) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.now.equals(end) && step.before.contains(last)) {
        add(step, last);
        return;
      }
    }
  }

  private void add(Step step, Optional<TaskVersion> origin) {
    boolean gone = !stops.isEmpty() && stops.get(stops.size() - 1).event() == Event.REMOVED;
    for (Event found : events(origin, step.now)) {
      Event event = gone && found == Event.ADDED ? Event.RESTORED : found;
      stops.add(
          new Stop(
              event,
              step.commit,
              origin.map(TaskVersion::path),
              step.now.map(TaskVersion::path),
              step.now.flatMap(TaskVersion::status),
              !step.trail.map(trail -> explains(trail, event)).orElse(false)));
    }
  }

  /** Whether the commit's record states the event, or the commit is of a kind that causes it. */
  private boolean explains(AuditRecord trail, Event event) {
    boolean converts = trail.records(id, Event.CONVERTED);
    boolean isRepair = event == Event.EDITED && !trail.repairs().isEmpty();
    boolean restored = event == Event.ADDED && trail.records(id, Event.RESTORED);
    boolean hasNoTrailer =
        event.trailer().isEmpty() || event == Event.RESTORED || event == Event.EDITED;
    boolean implied = hasNoTrailer && trail.names(id);
    return trail.records(id, event)
        || implied
        || isRepair
        || converts
        || restored
        || trail.undoes().isPresent();
  }

  private static List<Event> events(Optional<TaskVersion> from, Optional<TaskVersion> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return List.of(to.isPresent() ? Event.ADDED : Event.REMOVED);
    }
    return changes(from.get(), to.get());
  }

  /**
   * The changes in the order in which they happen: finished before archived, promoted before
   * started.
   */
  private static List<Event> changes(TaskVersion from, TaskVersion to) {
    List<Event> events = new ArrayList<>();
    boolean moved = from.role() != to.role();
    boolean archived = moved && to.role() == FileRole.ARCHIVE;
    boolean statusChanged = !from.status().equals(to.status());
    if (moved && !archived) {
      events.add(arrival(from.role(), to.role()));
    }
    if (statusChanged) {
      events.add(to.status().map(Event::of).orElse(Event.EDITED));
    }
    if (archived) {
      events.add(Event.ARCHIVED);
    }
    if (!statusChanged && !from.text().equals(to.text())) {
      events.add(Event.EDITED); // a change of status also writes a day and a reason
    }
    return events;
  }

  private static Event arrival(FileRole from, FileRole to) {
    if (from == FileRole.ARCHIVE) {
      return Event.RESTORED;
    }
    return to == FileRole.TODO ? Event.PROMOTED : Event.RETURNED;
  }
}
