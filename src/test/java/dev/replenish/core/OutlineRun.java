package dev.replenish.core;

import static dev.replenish.core.BoardFiles.ARCHIVE;
import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.text.LineEnding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A replenishment of a board without markers, with checks that hold for any board: nothing is lost
 * or doubled, nothing else changes, and the remaining tasks are read as before.
 */
final class OutlineRun {
  private final BoardFiles before;
  private final BoardFiles after;
  private final Policy policy;
  private final LocalDate date;
  private final Plan plan;

  private OutlineRun(BoardFiles before, Policy policy, LocalDate date) {
    this.before = before;
    this.policy = policy;
    this.date = date;
    this.plan = before.plan(policy, date);
    this.after = before.after(plan);
  }

  static OutlineRun of(BoardFiles before, Policy policy, LocalDate date) {
    return new OutlineRun(before, policy, date);
  }

  BoardFiles after() {
    return after;
  }

  Plan plan() {
    return plan;
  }

  boolean moves() {
    return plan.moves();
  }

  /** The tasks that are moved, as the backlog has them. */
  List<Task> moved() {
    return plan.selection() instanceof Selection.Batch batch ? batch.tasks() : List.of();
  }

  /** Runs all checks. */
  void check() {
    assertEquals(plan.id(), before.unread().plan(policy, date).id(), "the plan id is stable");
    assertEquals(Optional.empty(), before.objection(plan), "the proof");
    plan.changes().forEach(OutlineRun::checkEdits);
    if (!moves()) {
      assertEquals(List.of(), plan.changes());
      return;
    }
    assertEquals(blocks(before), blocks(after), "every block is still there, once");
    checkLines();
    checkReading();
    checkAgain();
  }

  private static void checkEdits(FileChange change) {
    change
        .edits()
        .ifPresent(edits -> assertTrue(edits.produces(change.after()), change.path() + " bytes"));
  }

  /** Omits unclear tasks, which may be read as no tasks once others have left. */
  static List<Task> clear(List<Task> tasks) {
    return tasks.stream()
        .filter(task -> !task.defects().contains(TaskDefect.READING_UNCLEAR))
        .toList();
  }

  /** The blocks of all files with their counts; line endings are ignored. */
  static Map<String, Integer> blocks(BoardFiles files) {
    Map<String, Integer> blocks = new TreeMap<>();
    documents(files)
        .forEach(
            file ->
                clear(file.tasks())
                    .forEach(task -> blocks.merge(block(file, task), 1, Integer::sum)));
    return blocks;
  }

  private static Stream<Document> documents(BoardFiles files) {
    var board = files.board();
    return Stream.of(Optional.of(board.backlog()), board.todo(), board.archive())
        .flatMap(Optional::stream);
  }

  /** The text of a task, with lines that end in LF. */
  static String block(Document file, Task task) {
    byte[] bytes = file.source().copy(task.block(), LineEnding.LF);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.endsWith("\n") ? text : text + "\n";
  }

  /** Checks line by line, without a parser, that nothing but separators is lost. */
  private void checkLines() {
    Map<String, Integer> lost = new TreeMap<>();
    lines(before).forEach(line -> lost.merge(line, 1, Integer::sum));
    lines(after).forEach(line -> lost.merge(line, -1, Integer::sum));
    lost.values().removeIf(count -> count <= 0);
    assertEquals(Map.of(), lost, "lines that are gone");
    assertTrue(Run.pileUps(after) <= Run.pileUps(before), "separators pile up");
  }

  private static List<String> lines(BoardFiles files) {
    List<String> lines = new ArrayList<>();
    for (String name : List.of(BACKLOG, TODO, ARCHIVE)) {
      Run.lines(files, name).stream()
          .filter(line -> !line.startsWith("<!-- Task"))
          .filter(line -> !line.isBlank() && !line.strip().matches("([-*_])[ \t]*(\\1[ \t]*){2,}"))
          .forEach(lines::add);
    }
    return lines;
  }

  /** Checks that remaining tasks are read as before, and moved ones with the same titles. */
  private void checkReading() {
    Set<Integer> moved = new HashSet<>();
    moved().forEach(task -> moved.add(task.line()));
    List<String> rest = new ArrayList<>();
    for (Task task : clear(before.board().backlog().tasks())) {
      if (!moved.contains(task.line())) {
        rest.add(TaskLines.of(task));
      }
    }
    assertEquals(rest, describe(Optional.of(after.board().backlog())), "the tasks that stay");
    List<String> todo = describe(after.board().todo());
    describe(before.board().todo())
        .forEach(line -> assertTrue(todo.remove(line), "changed in TODO.md: " + line));
    assertEquals(titles(moved()), titles(todoTasks(moved())), "the titles that are moved");
  }

  private List<Task> todoTasks(List<Task> moved) {
    Set<String> blocks = new HashSet<>();
    moved.forEach(task -> blocks.add(block(before.board().backlog(), task)));
    Document todo = after.board().todo().orElseThrow();
    List<Task> found = new ArrayList<>();
    for (Task task : todo.tasks()) {
      if (blocks.contains(block(todo, task))) {
        found.add(task);
      }
    }
    return found.subList(Math.max(0, found.size() - moved.size()), found.size());
  }

  private static List<String> titles(List<Task> tasks) {
    return tasks.stream().map(Task::title).sorted().toList();
  }

  private static List<String> describe(Optional<Document> document) {
    List<String> lines = new ArrayList<>();
    document.ifPresent(file -> clear(file.tasks()).forEach(task -> lines.add(TaskLines.of(task))));
    return lines;
  }

  /** Checks that another run moves nothing, or the next tasks. */
  private void checkAgain() {
    OutlineRun again = new OutlineRun(after, policy, date);
    assertTrue(!again.plan.id().equals(plan.id()), "another plan has another id");
    assertEquals(Optional.empty(), after.objection(again.plan), "the next proof");
    int active = after.board().todo().orElseThrow().activeTasks().size();
    int already = before.board().todo().map(todo -> todo.activeTasks().size()).orElse(0);
    assertTrue(active <= Math.max(already, policy.batchSize()), "TODO.md is overfull");
    assertEquals(already + moved().size(), active, "all that is moved takes room");
  }
}
