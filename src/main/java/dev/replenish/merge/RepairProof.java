package dev.replenish.merge;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Tag;
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
    TaskPlaces old = new TaskPlaces(before);
    TaskPlaces now = new TaskPlaces(after);
    for (Held held : old.identified()) {
      if (!isThere(held, now)) {
        return Optional.of(held.task().name() + " would be lost");
      }
    }
    for (Held held : now.identified()) {
      if (!isKnown(held, old, parents)) {
        return Optional.of(held.task().name() + " would have a text that no version has");
      }
    }
    return lines(lines(before), lines(after));
  }

  private static Optional<String> lines(Map<String, Integer> before, Map<String, Integer> after) {
    for (Map.Entry<String, Integer> line : after.entrySet()) {
      if (line.getValue() > before.getOrDefault(line.getKey(), 0)) {
        return Optional.of("lines outside of tasks would be new");
      }
    }
    for (Map.Entry<String, Integer> line : before.entrySet()) {
      int left = after.getOrDefault(line.getKey(), 0);
      boolean derived = isComment(line.getKey()) || line.getKey().contains("Batch Type");
      if (derived ? left == 0 && isComment(line.getKey()) : left < line.getValue()) {
        return Optional.of("lines outside of tasks would be lost");
      }
    }
    return Optional.empty();
  }

  /** Whether a task is still there: its id is, and the task itself under that id or a new one. */
  private static boolean isThere(Held task, TaskPlaces after) {
    List<Held> places = after.of(task.task().id().orElseThrow());
    return !places.isEmpty()
        && (!task.task().isWhole()
            || places.stream().anyMatch(task::isSameTask)
            || after.all().stream().anyMatch(task::isSameTask));
  }

  /** Whether a key of {@link #lines} is that of an audit comment, whatever its date. */
  private static boolean isComment(String line) {
    return line.startsWith(COMMENT);
  }

  private static boolean isKnown(Held task, TaskPlaces before, Parents parents) {
    TaskId id = task.task().id().orElseThrow();
    String text = task.text();
    List<Held> held = new ArrayList<>(parents.places(id));
    held.addAll(before.of(id));
    return held.isEmpty()
        ? isRenumbered(text, id, before)
        : held.stream().anyMatch(each -> each.text().equals(text));
  }

  /** Whether the board had the text before under an id that occurs there several times. */
  private static boolean isRenumbered(String text, TaskId id, TaskPlaces before) {
    for (Held held : before.identified()) {
      TaskId old = held.task().id().orElseThrow();
      if (before.of(old).size() > 1 && held.text().replace(tag(old), tag(id)).equals(text)) {
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
