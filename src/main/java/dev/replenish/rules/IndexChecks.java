package dev.replenish.rules;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Flaw;
import dev.replenish.board.Group;
import dev.replenish.board.Index;
import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexField;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every disagreement between the index and the files (TASKS.md, "The index"). */
final class IndexChecks {
  private final Board board;
  private final Index index;
  private final Readiness readiness;
  private final IndexTruth truth;
  private final Map<TaskId, Fact> facts = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  IndexChecks(Board board, Index index, Readiness readiness) {
    this.board = board;
    this.index = index;
    this.readiness = readiness;
    this.truth = new IndexTruth(index, names());
  }

  /** The names of the board's files; of one that isn't there, the usual name. */
  private List<String> names() {
    return List.of(
        name(board.backlog().path()),
        board.todo().map(file -> name(file.path())).orElse("TODO.md"),
        board.archive().map(file -> name(file.path())).orElse("ARCHIVE.md"));
  }

  /** What is true of a task, and where that is written, such as {@code TODO.md:12}. */
  private record Fact(IndexFact fact, String place) {}

  /** All of them; where entries can't be told apart, that alone. */
  List<Finding> findings() {
    if (index.damage().isPresent()) {
      return index.findings();
    }
    for (Group group : board.backlog().groups()) {
      group.tasks().forEach(task -> tell(board.backlog(), task, Optional.of(group)));
    }
    Stream.of(Optional.of(board.backlog()), board.todo(), board.archive())
        .flatMap(Optional::stream)
        .forEach(file -> file.tasks().forEach(task -> tell(file, task, Optional.empty())));
    Map<TaskId, Integer> entries = new HashMap<>();
    index.entries().forEach(entry -> entry(entry, entries.merge(entry.id(), 1, Integer::sum)));
    facts.keySet().removeAll(entries.keySet());
    missing();
    return List.copyOf(findings);
  }

  /** An id that names several tasks, or can't be trusted, says nothing that could be true. */
  private void tell(Document file, Task task, Optional<Group> group) {
    boolean clear = !task.flaws().contains(Flaw.DAMAGED) && !readiness.isDuplicate(task);
    task.id()
        .filter(id -> clear && id.isSafe() && !facts.containsKey(id))
        .ifPresent(
            id -> {
              IndexFact fact =
                  IndexFact.of(task, name(file.path()))
                      .orElse(group.flatMap(Group::type), group.flatMap(Group::priority));
              facts.put(id, new Fact(fact, file.path() + ":" + task.headerLine()));
            });
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void entry(IndexEntry entry, int times) {
    String name = Words.clean(entry.id().value());
    Fact fact = facts.get(entry.id());
    if (times > 1) {
      find(FindingCode.INDEX_DUPLICATE, entry, "the index has another entry for " + name);
    }
    if (fact != null) {
      truth.amendments(entry, fact.fact()).forEach(wrong -> mismatch(entry, fact, wrong));
    } else if (!readiness.isKnown(entry.id().value()) && !isHistory(entry)) {
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

  private void mismatch(IndexEntry entry, Fact fact, IndexTruth.Amendment wrong) {
    String said =
        wrong.said().isEmpty()
            ? "has no " + wrong.field().label()
            : "says " + wrong.field().label() + " '" + Words.clean(wrong.said()) + "'";
    String truth =
        wrong.truth().isEmpty()
            ? "it is not finished"
            : "it is '" + Words.clean(wrong.truth()) + "'";
    boolean added = wrong.edit().span().length() == 0;
    int at = added ? entry.span().from() : wrong.edit().span().from();
    findings.add(
        Finding.of(
                FindingCode.INDEX_MISMATCH,
                index.source().location(at),
                "the entry for "
                    + entry.id()
                    + " "
                    + said
                    + "; "
                    + truth
                    + " ("
                    + fact.place()
                    + ")")
            .fixedBy(wrong.edit()));
  }

  /** Each belongs to a place of its own; those of one place stay in order. */
  private void missing() {
    for (IndexOrder.Addition added :
        new IndexOrder(index).additions(facts.values().stream().map(Fact::fact).toList())) {
      Fact fact = Objects.requireNonNull(facts.get(added.fact().id()));
      findings.add(
          Finding.of(
                  FindingCode.INDEX_ENTRY_MISSING,
                  index.source().location(added.edit().span().from()),
                  "the index has no entry for " + added.fact().id() + " (" + fact.place() + ")")
              .fixedBy(added.edit()));
    }
  }
}
