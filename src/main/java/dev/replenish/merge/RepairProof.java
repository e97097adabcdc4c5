package dev.replenish.merge;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.merge.Parents.Held;
import dev.replenish.text.Span;
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
    for (Document document : Parents.documents(before)) {
      for (Task task : document.tasks()) {
        if (task.id().isPresent() && !isThere(new Held(document, task, 0), after)) {
          return Optional.of(task.name() + " would be lost");
        }
      }
    }
    for (Document document : Parents.documents(after)) {
      for (Task task : document.tasks()) {
        if (task.id().isPresent() && !isKnown(document, task, before, parents)) {
          return Optional.of(task.name() + " would have a text that nobody has written");
        }
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

  /** Under its id, or under one that is new; two tasks with one id are both there. */
  private static boolean isThere(Held task, Board after) {
    boolean kept = !Parents.places(after, task.task().id().orElseThrow()).isEmpty();
    boolean whole = kept && !task.task().isWhole();
    return whole
        || (kept
            && Parents.documents(after).stream()
                .flatMap(document -> document.tasks().stream().map(t -> new Held(document, t, 0)))
                .anyMatch(task::isOne));
  }

  /** A line that stands for a comment about a move, whatever its date. */
  private static boolean isComment(String line) {
    return line.startsWith(COMMENT);
  }

  private static boolean isKnown(Document document, Task task, Board before, Parents parents) {
    String text = new Held(document, task, 0).text();
    List<Held> held = new ArrayList<>(parents.places(task.id().orElseThrow()));
    held.addAll(Parents.places(before, task.id().orElseThrow()));
    return held.stream().anyMatch(each -> each.text().equals(text))
        || (held.isEmpty() && isRenumbered(text, task.id().get(), before));
  }

  /** Whether the board before has the text under an id that is there several times. */
  private static boolean isRenumbered(String text, TaskId id, Board before) {
    for (Document document : Parents.documents(before)) {
      for (Task task : document.tasks()) {
        Optional<TaskId> old = task.id().filter(of -> Parents.places(before, of).size() > 1);
        String now = new Held(document, task, 0).text();
        if (old.isPresent() && now.replace(tag(old.get()), tag(id)).equals(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String tag(TaskId id) {
    return "[id:" + id.value() + "]";
  }

  /** How often each line is outside of tasks; lines that say nothing don't count. */
  private static Map<String, Integer> lines(Board board) {
    Map<String, Integer> lines = new HashMap<>();
    for (Document document : Parents.documents(board)) {
      Map<Integer, Integer> ends = new HashMap<>();
      document.tasks().forEach(task -> ends.put(task.block().from(), task.block().to()));
      int at = document.source().start();
      int end = at;
      Span all = new Span(at, document.source().length());
      for (String line : TextLines.of(document.source(), all)) {
        end = Math.max(end, ends.getOrDefault(at, 0));
        if (at >= end && !TextLines.isSeparation(line)) {
          String move = AuditUnion.key(line);
          String text = move == null ? document.path() + " " + line.strip() : COMMENT + move;
          lines.merge(text, 1, Integer::sum);
        }
        at += line.length();
      }
    }
    return lines;
  }
}
