package dev.replenish.core;

import static dev.replenish.core.BoardFiles.ARCHIVE;
import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Document;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Severity;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A replenishment, with checks that hold for any board. The checks read the files line by line on
 * their own where they can.
 */
final class Run {
  private static final Pattern AUDIT =
      Pattern.compile("<!-- Tasks? \\S+(, \\S+)* moved to TODO.md on \\d{4}-\\d\\d-\\d\\d -->");
  private static final Pattern SEPARATOR = Pattern.compile(" {0,3}-[ \t]*-[ \t]*-[-\\s]*");

  private final BoardFiles before;
  private final BoardFiles after;
  private final Policy policy;
  private final LocalDate date;
  private final Plan plan;
  private final boolean refused;

  private Run(BoardFiles before, Policy policy, LocalDate date) {
    this.before = before;
    this.policy = policy;
    this.date = date;
    this.plan = before.plan(policy, date);
    this.refused =
        plan.board().todo().flatMap(Document::damage).isPresent()
            || plan.board().index().flatMap(TaskIndex::damage).isPresent();
    this.after = refused ? before : before.after(plan);
  }

  static Run of(BoardFiles before, Policy policy, LocalDate date) {
    return new Run(before, policy, date);
  }

  BoardFiles after() {
    return after;
  }

  Plan plan() {
    return plan;
  }

  boolean moves() {
    return plan.moves() && !refused;
  }

  String words() {
    return PlanWords.of(plan);
  }

  List<String> moved() {
    return plan.selection() instanceof Selection.Batch batch && !refused
        ? batch.tasks().stream().map(Run::id).toList()
        : List.of();
  }

  /** Runs all checks. */
  void check() {
    assertEquals(plan.id(), before.unread().plan(policy, date).id(), "the plan id is stable");
    if (refused) {
      return;
    }
    assertEquals(Optional.empty(), before.objection(plan));
    plan.changes().forEach(Run::checkEdits);
    assertEquals(blocks(before), blocks(after), "every block is still there, once");
    if (!moves()) {
      assertEquals(List.of(), plan.changes());
      return;
    }
    checkOrder();
    checkLines();
    checkAgain();
    checkFindings();
    new IndexLines(before).check(new IndexLines(after), moved());
  }

  private static void checkEdits(FileChange change) {
    change
        .edits()
        .ifPresent(edits -> assertTrue(edits.produces(change.after()), change.path() + " bytes"));
  }

  private void checkOrder() {
    List<String> rest = new ArrayList<>(ids(before, BACKLOG));
    for (String id : moved()) {
      assertTrue(rest.remove(id), id + " came out of the backlog");
    }
    assertEquals(rest, ids(after, BACKLOG), "order of the backlog");
    List<String> todo = new ArrayList<>(ids(before, TODO));
    todo.addAll(moved());
    assertEquals(todo, ids(after, TODO), "order of TODO.md");
    List<String> listed = new ArrayList<>(ids(before, BACKLOG));
    listed.retainAll(moved());
    assertEquals(moved(), listed, "order of the batch");
  }

  private static List<String> ids(BoardFiles files, String name) {
    Document document =
        name.equals(BACKLOG)
            ? files.board().backlog()
            : files.board().todo().orElse(BoardFiles.backlog("").board().backlog());
    return document.tasks().stream().map(Run::id).toList();
  }

  private static String id(Task task) {
    return task.id().map(TaskId::value).orElse("(none)");
  }

  /** Lines only leave the backlog and are only added to TODO.md, except for Replenish's own. */
  private void checkLines() {
    List<String> backlog = new ArrayList<>(lines(after, BACKLOG));
    backlog.removeIf(line -> AUDIT.matcher(line).matches() || line.isEmpty());
    assertSubsequence(backlog, lines(before, BACKLOG));
    List<String> todo = new ArrayList<>(lines(before, TODO));
    todo.removeIf(line -> line.contains("Batch Type"));
    assertSubsequence(todo, lines(after, TODO));
    assertTrue(pileUps(after) <= pileUps(before), "separators pile up");
    int audits = policy.auditComment() ? 1 : 0;
    assertEquals(audits(before).size() + audits, audits(after).size(), "one audit comment");
  }

  static void assertSubsequence(List<String> part, List<String> whole) {
    int at = 0;
    for (String line : part) {
      while (at < whole.size() && !whole.get(at).equals(line)) {
        at++;
      }
      assertTrue(at < whole.size(), "a line was changed or moved: " + line);
      at++;
    }
  }

  static List<String> audits(BoardFiles files) {
    return lines(files, BACKLOG).stream().filter(AUDIT.asMatchPredicate()).toList();
  }

  static List<String> lines(BoardFiles files, String name) {
    String text = files.text(name);
    List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    int size = lines.size();
    while (size > 0 && lines.get(size - 1).isEmpty()) {
      size--;
    }
    return lines.subList(0, size);
  }

  /** The number of separators that follow another one with only blank lines between. */
  static int pileUps(BoardFiles files) {
    int pileUps = 0;
    boolean separated = false;
    for (String line : lines(files, BACKLOG)) {
      if (SEPARATOR.matcher(line).matches()) {
        pileUps += separated ? 1 : 0;
        separated = true;
      } else if (!line.isBlank()) {
        separated = false;
      }
    }
    return pileUps;
  }

  /** Checks that another run moves nothing, or the next tasks. */
  private void checkAgain() {
    Run again = new Run(after, policy, date);
    Set<String> twice = new HashSet<>(again.moved());
    twice.retainAll(new HashSet<>(moved()));
    assertEquals(Set.of(), twice, "moved twice");
    assertNotEquals(plan.id(), again.plan.id(), "another plan has another id");
    assertEquals(Optional.empty(), after.objection(again.plan));
    int active = after.board().todo().orElseThrow().activeTasks().size();
    assertTrue(active <= policy.batchSize(), "TODO.md is overfull");
    Set<String> types = new HashSet<>();
    after.board().todo().orElseThrow().activeTasks().stream()
        .filter(task -> task.type().isPresent())
        .forEach(task -> types.add(task.type().get().toLowerCase(Locale.ROOT)));
    assertTrue(types.size() <= 1, "several types: " + types);
  }

  private void checkFindings() {
    Map<FindingCode, Integer> old = errors(before, policy);
    errors(after, policy)
        .forEach((code, count) -> assertTrue(count <= old.getOrDefault(code, 0), "new: " + code));
    assertFalse(after.board().todo().orElseThrow().damage().isPresent(), "TODO.md is damaged");
  }

  static Map<FindingCode, Integer> errors(BoardFiles files, Policy policy) {
    Map<FindingCode, Integer> errors = new TreeMap<>();
    Checks.of(files.board(), policy).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .forEach(finding -> errors.merge(finding.code(), 1, Integer::sum));
    return errors;
  }

  /** The blocks of all files with their counts, by marker lines alone; line endings are ignored. */
  static Map<String, Integer> blocks(BoardFiles files) {
    Map<String, Integer> blocks = new TreeMap<>();
    for (String name : List.of(BACKLOG, TODO, ARCHIVE)) {
      StringBuilder block = null;
      for (String line : lines(files, name)) {
        if (line.startsWith("## task_begin")) {
          block = new StringBuilder();
        }
        if (block != null) {
          block.append(line).append('\n');
        }
        if (line.startsWith("## task_end") && block != null) {
          blocks.merge(block.toString(), 1, Integer::sum);
          block = null;
        }
      }
    }
    return blocks;
  }
}
