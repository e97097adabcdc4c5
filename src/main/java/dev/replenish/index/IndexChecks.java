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
  private final ExpectedEntries facts;
  private final IndexComparison truth;
  private final Map<TaskId, ExpectedEntries.Found> found;
  private final Map<TaskId, ExpectedEntries.Found> untold;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<TaskId, List<Finding>> untrue = new LinkedHashMap<>();

  public IndexChecks(Board board, TaskIndex index) {
    this.board = board;
    this.index = index;
    this.facts = new ExpectedEntries(board);
    this.untold = facts.found(id -> true);
    this.found = Map.copyOf(untold);
    this.truth = new IndexComparison(index, names());
  }

  /** The names of the board's files; of one that isn't there, the usual name. */
  private List<String> names() {
    return List.of(
        board.backlog().fileName(),
        board.todo().map(Document::fileName).orElse("TODO.md"),
        board.archive().map(Document::fileName).orElse("ARCHIVE.md"));
  }

  /** All of them; where entries can't be told apart, that alone. */
  public List<Finding> findings() {
    if (index.damage().isPresent()) {
      return index.findings();
    }
    Map<TaskId, Integer> entries = new HashMap<>();
    index.entries().forEach(entry -> entry(entry, entries.merge(entry.id(), 1, Integer::sum)));
    untold.keySet().removeAll(entries.keySet());
    missing();
    return List.copyOf(findings);
  }

  /** What is missing in the index or wrong, by the ids of the tasks; each with its repair. */
  public Map<TaskId, List<Finding>> untrue() {
    findings();
    return untrue;
  }

  private static String place(ExpectedEntries.Found fact) {
    return fact.where().path() + ":" + fact.where().line();
  }

  private void entry(IndexEntry entry, int times) {
    String name = OneLine.clean(entry.id().value());
    ExpectedEntries.Found fact = found.get(entry.id());
    if (times > 1) {
      find(FindingCode.INDEX_DUPLICATE, entry, "the index has another entry for " + name);
    }
    if (fact != null) {
      truth.amendments(entry, fact.fact()).forEach(wrong -> mismatch(entry, fact, wrong));
    } else if (!facts.isKnown(entry.id()) && !isHistory(entry)) {
      find(FindingCode.INDEX_ENTRY_UNKNOWN, entry, "no file holds " + name);
    }
  }

  /** A finished task may be gone from all files; its entry remembers it. */
  private boolean isHistory(IndexEntry entry) {
    return entry
        .line(IndexField.STATUS)
        .flatMap(line -> Status.parse(index.source().text(line.value())))
        .filter(status -> !status.isActive())
        .isPresent();
  }

  private void find(FindingCode code, IndexEntry entry, String message) {
    findings.add(Finding.of(code, index.source().location(entry.span().from()), message));
  }

  private void mismatch(
      IndexEntry entry, ExpectedEntries.Found fact, IndexComparison.Amendment wrong) {
    boolean added = wrong.edit().span().length() == 0;
    int at = added ? entry.span().from() : wrong.edit().span().from();
    String message = "the entry for " + entry.id() + " " + words(wrong) + " (" + place(fact) + ")";
    add(entry.id(), FindingCode.INDEX_MISMATCH, at, message, wrong.edit());
  }

  private void add(TaskId id, FindingCode code, int at, String message, Replacement edit) {
    Finding finding = Finding.of(code, index.source().location(at), message).fixedBy(edit);
    findings.add(finding);
    untrue.computeIfAbsent(id, any -> new ArrayList<>()).add(finding);
  }

  private static String words(IndexComparison.Amendment wrong) {
    String label = wrong.field().label();
    String said = OneLine.clean(wrong.said());
    String truth = OneLine.clean(wrong.truth());
    return (said.isEmpty() ? "has no " + label : "says " + label + " '" + said + "'")
        + "; "
        + (truth.isEmpty() ? "it is not finished" : "it is '" + truth + "'");
  }

  /** Each belongs to a place of its own; those of one place stay in order. */
  private void missing() {
    for (IndexOrder.Addition added :
        new IndexOrder(index)
            .additions(untold.values().stream().map(ExpectedEntries.Found::fact).toList())) {
      ExpectedEntries.Found fact = Objects.requireNonNull(untold.get(added.fact().id()));
      String message = "the index has no entry for " + added.fact().id() + " (" + place(fact) + ")";
      add(
          added.fact().id(),
          FindingCode.INDEX_ENTRY_MISSING,
          added.beside(),
          message,
          added.edit());
    }
  }
}
