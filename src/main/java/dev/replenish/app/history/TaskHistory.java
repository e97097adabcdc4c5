package dev.replenish.app.history;

import dev.replenish.app.board.BoardReader;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.TaskTimeline;
import dev.replenish.audit.TaskVersion;
import dev.replenish.board.FileRole;
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

/** Follows one task through the history of several boards in one walk. */
public final class TaskHistory {
  private static final FileRole[] ROLES = FileRole.values();

  private final String id;
  private final TaskVersions versions;
  private final Map<String, BoardCourse> courses = new LinkedHashMap<>();
  private final List<String> paths = new ArrayList<>();
  private boolean shallow;

  /**
   * The task on one board: the steps that changed it, and its version at the tip. The steps are
   * newest first until {@link #read} has reversed them.
   */
  private static final class BoardCourse {
    private final List<TaskTimeline.Step> steps = new ArrayList<>();
    private Optional<TaskVersion> end = Optional.empty();
  }

  public TaskHistory(String id, TaskVersions versions, BoardReader reader, List<String> dirs) {
    this.id = id;
    this.versions = versions;
    for (String dir : dirs) {
      courses.put(dir, new BoardCourse());
      paths.addAll(reader.paths(dir).subList(0, ROLES.length));
    }
  }

  /** Reads the history of {@code tip}. */
  public void read(Repo repo, CommitTree tip, IntConsumer progress) {
    try (History history = repo.history(tip, paths, History.Order.CHILDREN_FIRST, progress)) {
      List<Optional<TaskVersion>> ends = versionsByBoard(history.tip(), history);
      int board = 0;
      for (BoardCourse course : courses.values()) {
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
    List<Optional<TaskVersion>> now = versionsByBoard(step.blobs(), history);
    List<List<Optional<TaskVersion>>> before =
        step.before().stream().map(blobs -> versionsByBoard(blobs, history)).toList();
    boolean cutOff = step.revision().cutOff();
    int board = 0;
    for (Map.Entry<String, BoardCourse> entry : courses.entrySet()) {
      int at = board++;
      Optional<TaskVersion> after = now.get(at);
      List<Optional<TaskVersion>> parents = before.stream().map(each -> each.get(at)).toList();
      boolean changed =
          parents.isEmpty() ? after.isPresent() : !parents.stream().allMatch(after::equals);
      if (changed) {
        Optional<AuditRecord> trail =
            AuditRecord.of(step.revision().message())
                .filter(t -> t.board().equals(OneLine.line(entry.getKey())));
        entry
            .getValue()
            .steps
            .add(
                new TaskTimeline.Step(
                    TaskVersions.commit(step.revision()), trail, after, parents, cutOff));
      }
    }
  }

  /**
   * The version of the task on each board; if several files have it, the one in the last file of
   * its life cycle.
   */
  private List<Optional<TaskVersion>> versionsByBoard(List<String> blobs, History history) {
    List<Optional<TaskVersion>> versionsByBoard = new ArrayList<>();
    for (int board = 0; board < blobs.size(); board += ROLES.length) {
      Optional<TaskVersion> found = Optional.empty();
      for (int i = ROLES.length - 1; i >= 0 && found.isEmpty(); i--) {
        found = versions.in(ROLES[i], paths.get(board + i), blobs.get(board + i), history::bytes);
      }
      versionsByBoard.add(found);
    }
    return versionsByBoard;
  }

  /** What happened on the board in {@code dir} to the task, and to earlier tasks with its id. */
  public TaskTimeline.Journey journey(String dir) {
    BoardCourse course = course(dir);
    return TaskTimeline.journey(id, course.steps, course.end);
  }

  /** The version of the task at the tip. */
  public Optional<TaskVersion> end(String dir) {
    return course(dir).end;
  }

  /** Whether the board ever had the task, as far as the history goes. */
  public boolean has(String dir) {
    return !course(dir).steps.isEmpty();
  }

  /** Whether the history is cut off. */
  public boolean isShallow() {
    return shallow;
  }

  private BoardCourse course(String dir) {
    return courses.computeIfAbsent(dir, none -> new BoardCourse());
  }
}
