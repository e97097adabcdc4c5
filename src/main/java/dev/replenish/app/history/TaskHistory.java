package dev.replenish.app.history;

import dev.replenish.app.board.BoardReader;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.audit.TaskVersion;
import dev.replenish.audit.TaskVersion.Place;
import dev.replenish.git.Repo;
import dev.replenish.git.history.History;
import dev.replenish.git.history.ReadAhead;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Follows one task through the history of several boards, in one walk. */
public final class TaskHistory {
  private static final Place[] PLACES = Place.values();

  private final String id;
  private final TaskVersions past;
  private final Map<String, Course> courses = new LinkedHashMap<>();
  private final List<String> paths = new ArrayList<>();
  private boolean shallow;

  /** What is known of the task on one board: the steps newest first, and where it ends. */
  private static final class Course {
    private final List<TaskTimeline.Step> steps = new ArrayList<>();
    private Optional<TaskVersion> end = Optional.empty();
  }

  public TaskHistory(String id, TaskVersions past, BoardReader reader, List<String> dirs) {
    this.id = id;
    this.past = past;
    for (String dir : dirs) {
      courses.put(dir, new Course());
      paths.addAll(reader.paths(dir).subList(0, PLACES.length));
    }
  }

  /** Reads the history that leads to {@code tip}. */
  public void read(Repo repo, CommitTree tip, IntConsumer progress) {
    try (History history = repo.history(tip, paths, History.Order.CHILDREN_FIRST, progress)) {
      List<Optional<TaskVersion>> ends = sightings(history.tip(), history);
      int board = 0;
      for (Course course : courses.values()) {
        course.end = ends.get(board++);
      }
      try (ReadAhead<History.Step> steps = new ReadAhead<>(history::next)) {
        steps.forEach(step -> take(step, history));
      }
      shallow = history.isCutOff();
    }
    courses.values().forEach(course -> Collections.reverse(course.steps));
  }

  private void take(History.Step step, History history) {
    List<Optional<TaskVersion>> now = sightings(step.blobs(), history);
    List<List<Optional<TaskVersion>>> before =
        step.before().stream().map(blobs -> sightings(blobs, history)).toList();
    boolean cutOff = step.revision().cutOff();
    int board = 0;
    for (Map.Entry<String, Course> entry : courses.entrySet()) {
      int at = board++;
      Optional<TaskVersion> here = now.get(at);
      List<Optional<TaskVersion>> there = before.stream().map(each -> each.get(at)).toList();
      boolean differs = there.isEmpty() ? here.isPresent() : !there.stream().allMatch(here::equals);
      if (differs) {
        Optional<AuditRecord> trail =
            AuditRecord.of(step.revision().message())
                .filter(t -> t.board().equals(OneLine.line(entry.getKey())));
        entry
            .getValue()
            .steps
            .add(
                new TaskTimeline.Step(
                    TaskVersions.commit(step.revision()), trail, here, there, cutOff));
      }
    }
  }

  /** The task on each board; where several files have it, in the one that it came to last. */
  private List<Optional<TaskVersion>> sightings(List<String> blobs, History history) {
    List<Optional<TaskVersion>> sightings = new ArrayList<>();
    for (int board = 0; board < blobs.size(); board += PLACES.length) {
      Optional<TaskVersion> found = Optional.empty();
      for (int i = PLACES.length - 1; i >= 0 && found.isEmpty(); i--) {
        found = past.in(PLACES[i], paths.get(board + i), blobs.get(board + i), history::bytes);
      }
      sightings.add(found);
    }
    return sightings;
  }

  /** What happened to the task on the board in {@code dir}, and to those that had its id before. */
  public TaskTimeline.Journey journey(String dir) {
    Course course = course(dir);
    return TaskTimeline.journey(id, course.steps, course.end);
  }

  /** The task at the tip. */
  public Optional<TaskVersion> end(String dir) {
    return course(dir).end;
  }

  /** Whether the board has ever had it, as far as the history goes. */
  public boolean know(String dir) {
    return !course(dir).steps.isEmpty();
  }

  /** Whether the history is cut off. */
  public boolean isShallow() {
    return shallow;
  }

  private Course course(String dir) {
    return courses.computeIfAbsent(dir, none -> new Course());
  }
}
