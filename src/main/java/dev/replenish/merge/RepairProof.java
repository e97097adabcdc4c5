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

/** Checks repairs before they are written: no task is lost, and none has a text of its own. */
public final class RepairProof {
  private static final String COMMENT = "moved ";

  private RepairProof() {}

  /** What is wrong with the board after repairs, or nothing. */
  public static Optional<String> violation(Board before, Board after, Parents parents) {
    List<Held> kept = Parents.tasks(after, any -> true);
    for (Held held : Parents.tasks(before, RepairProof::isCalled)) {
      if (!isThere(held, kept)) {
        return Optional.of(held.task().name() + " would be lost");
      }
    }
    for (Held held : Parents.tasks(after, RepairProof::isCalled)) {
      if (!isKnown(held, before, parents)) {
        return Optional.of(held.task().name() + " would have a text that nobody has written");
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

  private static boolean isCalled(Task task) {
    return task.id().isPresent();
  }

  /** Under its id, or under one that is new; two tasks with one id are both there. */
  private static boolean isThere(Held task, List<Held> after) {
    boolean known = after.stream().anyMatch(other -> other.task().id().equals(task.task().id()));
    return known && (!task.task().isWhole() || after.stream().anyMatch(task::isOne));
  }

  /** A line that stands for a comment about a move, whatever its date. */
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

  /** Whether the board before has the text under an id that is there several times. */
  private static boolean isRenumbered(String text, TaskId id, Board before) {
    for (Held held : Parents.tasks(before, RepairProof::isCalled)) {
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

  /** How often each line is outside of tasks; lines that say nothing don't count. */
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
