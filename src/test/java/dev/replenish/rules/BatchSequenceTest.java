package dev.replenish.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FieldName;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.core.BoardFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sequence of batches is what a selection on each board that a batch leaves would give. */
class BatchSequenceTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 2, 2);
  private static final List<String> TYPES = List.of("dev", "docs");
  private static final List<String> PRIORITIES = List.of("high", "low");

  /** A random board and the rules of its batches. */
  private static final class Case {
    private final Random random;
    private final StringBuilder backlog = new StringBuilder();
    private int tasks;

    Case(long seed) {
      random = new Random(seed);
    }

    private boolean oneIn(int number) {
      return random.nextInt(number) == 0;
    }

    private String task(String type) {
      StringBuilder text = new StringBuilder("## task_begin\n### # ");
      text.append("[id:A-%d][type:%s][priority:high] Boil\n".formatted(++tasks, type));
      text.append("**Status:** ").append(oneIn(9) ? "blocked" : "todo").append('\n');
      if (!oneIn(4)) {
        text.append("**Estimated Effort:** 1 h\n");
      }
      if (oneIn(2)) {
        text.append("**Dependencies:** A-").append(1 + random.nextInt(20)).append('\n');
      }
      if (oneIn(5)) {
        text.append("**Not Before:** ").append(day()).append('\n');
      }
      return text.append("## task_end\n\n").toString();
    }

    LocalDate day() {
      return MONDAY.plusDays(random.nextInt(4));
    }

    Board board() {
      for (int groups = random.nextInt(6); groups >= 0; groups--) {
        String type = TYPES.get(random.nextInt(2));
        String priority = PRIORITIES.get(random.nextInt(2));
        backlog.append("## group_begin [type:%s][priority:%s]\n\n".formatted(type, priority));
        for (int i = random.nextInt(6); i > 0; i--) {
          backlog.append(task(type));
        }
        backlog.append("## group_end\n\n");
      }
      String todo = "";
      for (int i = oneIn(2) ? random.nextInt(3) : 0; i > 0; i--) {
        todo += task("dev");
      }
      return BoardFiles.backlog(backlog.toString()).with(BoardFiles.TODO, todo).board();
    }

    Policy policy() {
      return new Policy(
          1 + random.nextInt(5),
          oneIn(2) ? SelectionRule.LISTED : SelectionRule.PRIORITY,
          oneIn(3),
          oneIn(2) ? Set.of() : Set.of(FieldName.EFFORT),
          !oneIn(4),
          true,
          BatchFilter.NONE,
          Policy.NO_DAY);
    }
  }

  private static Board without(Board board, Set<Integer> taken) {
    Document backlog = board.backlog();
    List<Group> groups = new ArrayList<>();
    for (Group group : backlog.groups()) {
      groups.add(group.with(without(group.tasks(), taken)));
    }
    Document left = backlog.with(groups, without(backlog.tasks(), taken));
    return new Board(board.dir(), left, board.todo(), board.archive(), board.index());
  }

  private static List<Task> without(List<Task> tasks, Set<Integer> taken) {
    return tasks.stream().filter(task -> !taken.contains(task.line())).toList();
  }

  /** The batch that a run would take from what is left of {@code board}. */
  private static List<Task> selected(Board board, Set<Integer> taken, Policy policy) {
    return Selector.select(without(board, taken), policy) instanceof Selection.Batch batch
        ? batch.tasks()
        : List.of();
  }

  private static List<String> names(List<Task> tasks) {
    return tasks.stream().map(Task::name).toList();
  }

  @Test
  void eachBatchIsTheOneThatASelectionTakes() {
    int batches = 0;
    for (long seed = 1; seed <= 3000; seed++) {
      Case some = new Case(seed);
      Board board = some.board();
      Policy policy = some.policy();
      BatchSequence sequence = new BatchSequence(board, policy);
      Set<Integer> taken = new HashSet<>();
      for (LocalDate day = MONDAY; day.isBefore(MONDAY.plusDays(5)); ) {
        List<Task> expected = selected(board, taken, policy.on(day));
        String printed = "seed " + seed + ", " + day + ", " + policy + "\n" + some.backlog;
        assertEquals(names(expected), names(sequence.next(day)), printed);
        expected.forEach(task -> taken.add(task.line()));
        batches += expected.isEmpty() ? 0 : 1;
        day = expected.isEmpty() || some.oneIn(3) ? day.plusDays(1) : day;
      }
    }
    assertTrue(batches > 3000, batches + " batches");
  }

  @Test
  void sequencesOfOneBoardLeaveOutWhatTheOtherTakes() {
    for (long seed = 1; seed <= 1000; seed++) {
      Case some = new Case(seed);
      Board board = some.board();
      Policy policy = some.policy();
      Policy lax = policy.requiring(Set.of());
      BatchSequence one = new BatchSequence(board, policy);
      BatchSequence two = new BatchSequence(board, lax);
      Set<Integer> taken = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        boolean first = some.oneIn(2);
        List<Task> batch = selected(board, taken, (first ? policy : lax).on(MONDAY));
        List<Task> found = (first ? one : two).next(MONDAY);
        assertEquals(names(batch), names(found), "seed " + seed + ", " + i);
        found.forEach((first ? two : one)::remove);
        batch.forEach(task -> taken.add(task.line()));
      }
    }
  }
}
