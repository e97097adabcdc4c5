package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.CalendarDate;
import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.index.IndexChecks;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds all problems of a board, with their safe repairs (docs/reference/findings.md). */
public final class Checks {
  private final Board board;
  private final Policy policy;
  private final Predicate<Task> selected;
  private final Readiness readiness;
  private final List<Finding> findings = new ArrayList<>();
  private final TagChecks tags;

  private Checks(Board board, Policy policy, Predicate<Task> selected) {
    this.board = board;
    this.policy = policy;
    this.selected = selected;
    this.readiness = new Readiness(board, policy);
    this.tags = new TagChecks(board.backlog(), findings);
  }

  /** All findings of {@code board}, file by file from top to bottom. */
  public static List<Finding> of(Board board, Policy policy) {
    Checks checks = new Checks(board, policy, task -> true);
    checks.documents();
    checks.backlog();
    checks.otherFiles();
    return checks.sorted();
  }

  /**
   * The findings about the selected tasks of the backlog, in the same order. Of other tasks, only
   * those that a selected task depends on are read.
   *
   * @param selected which tasks are selected
   */
  public static List<Finding> about(Board board, Policy policy, Predicate<Task> selected) {
    Checks checks = new Checks(board, policy, selected);
    checks.backlog();
    return checks.sorted();
  }

  /** Adds the findings of the readers. */
  private void documents() {
    Overlooked.in(board.backlog()).ifPresent(findings::add);
    findings.addAll(board.backlog().findings());
    board.todo().ifPresent(todo -> findings.addAll(todo.findings()));
    board.archive().ifPresent(archive -> findings.addAll(archive.findings()));
  }

  private void backlog() {
    for (Group group : board.backlog().groups()) {
      // Before the status: of two repairs at one place, the one of the tags must come first.
      group.tasks().stream().filter(selected).forEach(task -> tags.shared(group, task));
    }
    List<Task> tasks = board.backlog().tasks().stream().filter(selected).toList();
    tasks.forEach(task -> task(board.backlog(), task));
    tasks.forEach(task -> promotable(board.backlog(), task));
    cycles(tasks);
  }

  private void otherFiles() {
    for (Group group : board.backlog().groups()) {
      tags.typos(board.backlog().source(), group.tags());
    }
    board.todo().ifPresent(todo -> todo.tasks().forEach(task -> task(todo, task)));
    board.archive().ifPresent(archive -> archive.tasks().forEach(task -> duplicate(archive, task)));
    board.todo().ifPresent(this::todo);
    board
        .index()
        .map(index -> new IndexChecks(board, index))
        .ifPresent(checks -> findings.addAll(checks.findings()));
    findings.addAll(Summary.findings(board));
  }

  private List<Finding> sorted() {
    findings.sort(
        Comparator.comparing(this::file)
            .thenComparing(finding -> finding.where().line())
            .thenComparing(finding -> finding.where().column()));
    return List.copyOf(findings);
  }

  private int file(Finding finding) {
    List<String> paths =
        List.of(
            board.backlog().path(),
            board.todo().map(Document::path).orElse(""),
            board.archive().map(Document::path).orElse(""));
    int at = paths.indexOf(finding.where().path());
    return at < 0 ? paths.size() : at;
  }

  private void task(Document document, Task task) {
    duplicate(document, task);
    status(document, task);
    dates(document, task);
    tags.typos(document.source(), task.tags());
  }

  private void duplicate(Document document, Task task) {
    if (readiness.isDuplicate(task)) {
      addFinding(FindingCode.DUPLICATE_ID, document, task, task.name() + " names several tasks");
    }
  }

  private void status(Document document, Task task) {
    var field = task.details().field(FieldName.STATUS);
    if (task.form().isPresent()) {
      undecided(document, task);
    } else if (field.isEmpty() && task.position().headerLine() > task.line()) {
      String newLine = document.source().lineEnding(LineEnding.LF).text();
      Replacement line =
          Replacement.insert(task.position().headerEnd(), newLine + "**Status:** todo");
      findings.add(
          Finding.of(FindingCode.STATUS_MISSING, at(document, task), task.name() + " has no status")
              .fixedBy(line));
    } else if (field.isPresent() && task.details().status().isEmpty()) {
      String message = task.name() + " has the status '" + OneLine.clean(field.get().value()) + "'";
      findings.add(
          Finding.of(
              FindingCode.STATUS_UNKNOWN,
              document.source().location(field.get().valueSpan().from()),
              message));
    }
  }

  private void dates(Document document, Task task) {
    if (task.isOverdue(policy.today())) {
      Field due = task.details().field(FieldName.DUE).orElseThrow();
      String day = task.details().due().map(CalendarDate::words).orElseThrow();
      findings.add(
          Finding.of(
              FindingCode.OVERDUE,
              document.source().location(due.valueSpan().from()),
              task.name() + " was due on " + day));
    }
    for (Field field : task.details().wrongDates()) {
      String message =
          task.name() + ": '" + OneLine.clean(field.value()) + "' is not a date, so it is ignored";
      int at = field.valueSpan().from();
      findings.add(Finding.of(FindingCode.DATE_INVALID, document.source().location(at), message));
    }
  }

  private void undecided(Document document, Task task) {
    if (task.defects().contains(TaskDefect.UNDECIDED)) {
      String message = "it is unclear whether " + task.name() + " is open";
      addFinding(FindingCode.STATE_UNDECIDED, document, task, message);
    } else if (task.isUnclear()) {
      String message = "it is unclear whether " + task.name() + " is a task";
      addFinding(FindingCode.READING_UNCLEAR, document, task, message);
    }
  }

  /** Reports missing fields and unknown dependencies, which prevent moving a task. */
  private void promotable(Document backlog, Task task) {
    if (Readiness.isFinished(task)) {
      return;
    }
    for (Reason reason : Requirements.missing(task.details(), policy.require())) {
      FindingCode code = reason.kind().finding().orElseThrow();
      addFinding(code, backlog, task, task.name() + ": " + reason.words());
    }
    for (String id : Dependencies.of(task, readiness::isKnown)) {
      if (!readiness.isKnown(id)) {
        String message = task.name() + " depends on " + OneLine.clean(id) + ", which is in no file";
        addFinding(FindingCode.DEPENDENCY_UNKNOWN, backlog, task, message);
      }
    }
  }

  /** Reports cycles; only direct and indirect dependencies of the tasks can be part of one. */
  private void cycles(List<Task> tasks) {
    Map<String, List<Task>> byId = new HashMap<>();
    for (Task task : board.backlog().tasks()) {
      task.id().ifPresent(id -> byId.computeIfAbsent(id.value(), n -> new ArrayList<>()).add(task));
    }
    Map<String, Set<String>> edges = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    tasks.forEach(task -> task.id().ifPresent(id -> open.add(id.value())));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (byId.containsKey(id) && !edges.containsKey(id)) {
        Set<String> targets = new LinkedHashSet<>();
        byId.get(id).forEach(t -> targets.addAll(Dependencies.of(t, readiness::isKnown)));
        edges.put(id, targets);
        open.addAll(targets);
      }
    }
    Set<String> circular = Cycles.among(edges);
    for (Task task : tasks) {
      if (task.id().isPresent() && circular.contains(task.id().get().value())) {
        addFinding(
            FindingCode.DEPENDENCY_CYCLE,
            board.backlog(),
            task,
            task.name() + " depends on itself, directly or through others");
      }
    }
  }

  private void todo(Document todo) {
    List<Task> active = todo.activeTasks();
    Set<String> types = new HashSet<>();
    for (Task task : active) {
      task.type().ifPresent(type -> types.add(type.toLowerCase(Locale.ROOT)));
      if (task.type().isEmpty() && task.form().isEmpty()) {
        addFinding(FindingCode.TYPE_MISSING, todo, task, task.name() + " lacks a type");
      }
    }
    if (types.size() > 1) {
      String listed = types.stream().sorted().map(OneLine::clean).collect(Collectors.joining(", "));
      addFinding(
          FindingCode.MIXED_TYPES, todo, active.get(0), "active tasks have the types " + listed);
    }
    if (active.size() > policy.batchSize()) {
      String message = active.size() + " active tasks are more than " + policy.batchSize();
      addFinding(FindingCode.TODO_OVERFULL, todo, active.get(policy.batchSize()), message);
    }
  }

  static Location at(Document document, Task task) {
    return new Location(document.path(), task.position().headerLine(), 1);
  }

  private void addFinding(FindingCode code, Document document, Task task, String message) {
    findings.add(Finding.of(code, at(document, task), message));
  }
}
