package dev.replenish.merge;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.merge.Parents.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks repairs before they are written: no task is lost, and none has a text that nobody wrote.
 */
public final class RepairProof {
  private static final String COMMENT = "moved ";

  private RepairProof() {}

  /** What is wrong with the board after repairs, if anything. */
  public static Optional<String> violation(Board before, Board after, Parents parents) {
    List<Held> kept = Parents.tasks(after, any -> true);
    for (Held held : Parents.tasks(before, RepairProof::hasId)) {
      if (!isThere(held, kept)) {
        return Optional.of(held.task().name() + " would be lost");
      }
    }
    for (Held held : Parents.tasks(after, RepairProof::hasId)) {
      if (!isKnown(held, before, parents)) {
        return Optional.of(held.task().name() + " would have a text that no version has");
      }
    }
    Map<String, Integer> old = lines(before);
    Map<String, Integer> now = lines(after);
    for (Map.Entry<String, Integer> line : now.entrySet()) {
      if (line.getValue() > old.getOrDefault(line.getKey(), 0)) {
        return Optional.of("lines outside of tasks would be new");
      }
    }
    for (Map.Entry<String, Integer> line : old.entrySet()) {
      int left = now.getOrDefault(line.getKey(), 0);
      boolean derived = isComment(line.getKey()) || line.getKey().contains("Batch Type");
      if (derived ? left == 0 && isComment(line.getKey()) : left < line.getValue()) {
        return Optional.of("lines outside of tasks would be lost");
      }
    }
    return Optional.empty();
  }

  private static boolean hasId(Task task) {
    return task.id().isPresent();
  }

  /** Whether a task is still there: its id is, and the task itself under that id or a new one. */
  private static boolean isThere(Held task, List<Held> after) {
    boolean known = after.stream().anyMatch(other -> other.task().id().equals(task.task().id()));
    return known && (!task.task().isWhole() || after.stream().anyMatch(task::isSameTask));
  }

  /** Whether a key of {@link #lines} is that of an audit comment, whatever its date. */
  private static boolean isComment(String line) {
    return line.startsWith(COMMENT);
  }

  private static boolean isKnown(Held task, Board before, Parents parents) {
    TaskId id = task.task().id().orElseThrow();
    String text = task.text();
    List<Held> held = new ArrayList<>(parents.places(id));
    held.addAll(Parents.places(before, id));
    return held.isEmpty()
        ? isRenumbered(text, id, before)
        : held.stream().anyMatch(each -> each.text().equals(text));
  }

  /** Whether the board had the text before under an id that occurs there several times. */
  private static boolean isRenumbered(String text, TaskId id, Board before) {
    for (Held held : Parents.tasks(before, RepairProof::hasId)) {
      TaskId old = held.task().id().orElseThrow();
      if (Parents.places(before, old).size() > 1
          && held.text().replace(tag(old), tag(id)).equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static String tag(TaskId id) {
    return Tag.text("id", id.value());
  }

  /** How often each line occurs outside of tasks, except for blank lines and separators. */
  private static Map<String, Integer> lines(Board board) {
    Map<String, Integer> lines = new HashMap<>();
    for (Document document : board.documents()) {
      Map<Integer, Integer> ends = new HashMap<>();
      document.tasks().forEach(task -> ends.put(task.block().from(), task.block().to()));
      for (String line : TextLines.outside(document.source(), ends)) {
        String move = AuditUnion.key(line);
        String text = move == null ? document.path() + " " + line.strip() : COMMENT + move;
        lines.merge(text, 1, Integer::sum);
      }
    }
    return lines;
  }
}
