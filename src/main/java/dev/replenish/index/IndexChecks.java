package dev.replenish.index;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexField;
import dev.replenish.board.Status;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every disagreement between the index and the files (docs/reference/format.md, "The index"). */
public final class IndexChecks {
  private final Board board;
  private final TaskIndex index;
  private final ExpectedEntries expectedEntries;
  private final IndexComparison comparison;
  private final Map<TaskId, ExpectedEntries.TaskEntry> found;
  private final Map<TaskId, ExpectedEntries.TaskEntry> missing;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<TaskId, List<Finding>> repairable = new LinkedHashMap<>();

  public IndexChecks(Board board, TaskIndex index) {
    this.board = board;
    this.index = index;
    this.expectedEntries = new ExpectedEntries(board);
    this.missing = expectedEntries.found(id -> true);
    this.found = Map.copyOf(missing);
    this.comparison = new IndexComparison(index, names());
  }

  /** The names of the board's files; for a missing file, the usual name. */
  private List<String> names() {
    return List.of(
        board.backlog().fileName(),
        board.todo().map(Document::fileName).orElse("TODO.md"),
        board.archive().map(Document::fileName).orElse("ARCHIVE.md"));
  }

  /** All findings; only the damage if the limits of entries are ambiguous. */
  public List<Finding> findings() {
    if (index.damage().isPresent()) {
      return index.findings();
    }
    Map<TaskId, Integer> entries = new HashMap<>();
    index.entries().forEach(entry -> entry(entry, entries.merge(entry.id(), 1, Integer::sum)));
    missing.keySet().removeAll(entries.keySet());
    addMissing();
    return List.copyOf(findings);
  }

  /** The findings about missing or wrong entries, by the ids of the tasks; each with its repair. */
  public Map<TaskId, List<Finding>> repairable() {
    findings();
    return repairable;
  }

  private static String place(ExpectedEntries.TaskEntry task) {
    return task.where().path() + ":" + task.where().line();
  }

  private void entry(IndexEntry entry, int times) {
    String name = OneLine.clean(entry.id().value());
    ExpectedEntries.TaskEntry task = found.get(entry.id());
    if (times > 1) {
      addFinding(FindingCode.INDEX_DUPLICATE, entry, "the index has another entry for " + name);
    }
    if (task != null) {
      comparison.amendments(entry, task.expected()).forEach(wrong -> mismatch(entry, task, wrong));
    } else if (!expectedEntries.isKnown(entry.id()) && !isHistory(entry)) {
      addFinding(FindingCode.INDEX_ENTRY_UNKNOWN, entry, "no file holds " + name);
    }
  }

  /** Whether the entry is of a finished task, which may have been removed from all files. */
  private boolean isHistory(IndexEntry entry) {
    return entry
        .line(IndexField.STATUS)
        .flatMap(line -> Status.parse(index.source().text(line.value())))
        .filter(status -> !status.isActive())
        .isPresent();
  }

  private void addFinding(FindingCode code, IndexEntry entry, String message) {
    findings.add(Finding.of(code, index.source().location(entry.span().from()), message));
  }

  private void mismatch(
      IndexEntry entry, ExpectedEntries.TaskEntry task, IndexComparison.Amendment wrong) {
    boolean added = wrong.edit().span().length() == 0;
    int at = added ? entry.span().from() : wrong.edit().span().from();
    String message = "the entry for " + entry.id() + " " + words(wrong) + " (" + place(task) + ")";
    add(entry.id(), FindingCode.INDEX_MISMATCH, at, message, wrong.edit());
  }

  private void add(TaskId id, FindingCode code, int at, String message, Replacement edit) {
    Finding finding = Finding.of(code, index.source().location(at), message).fixedBy(edit);
    findings.add(finding);
    repairable.computeIfAbsent(id, any -> new ArrayList<>()).add(finding);
  }

  private static String words(IndexComparison.Amendment wrong) {
    String label = wrong.field().label();
    String written = OneLine.clean(wrong.written());
    String correct = OneLine.clean(wrong.correct());
    return (written.isEmpty() ? "has no " + label : "says " + label + " '" + written + "'")
        + "; "
        + (correct.isEmpty() ? "it is not finished" : "it is '" + correct + "'");
  }

  /** Reports each missing entry at its own place; entries for the same place keep their order. */
  private void addMissing() {
    for (IndexOrder.Addition added :
        new IndexOrder(index)
            .additions(
                missing.values().stream().map(ExpectedEntries.TaskEntry::expected).toList())) {
      ExpectedEntries.TaskEntry task = Objects.requireNonNull(missing.get(added.expected().id()));
      String message =
          "the index has no entry for " + added.expected().id() + " (" + place(task) + ")";
      add(
          added.expected().id(),
          FindingCode.INDEX_ENTRY_MISSING,
          added.beside(),
          message,
          added.edit());
    }
  }
}
