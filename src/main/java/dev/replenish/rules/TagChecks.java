package dev.replenish.rules;

import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Checks the tags of headers: misspelled, missing, or different from the group's. */
final class TagChecks {
  private final Document backlog;
  private final List<Finding> findings;

  /** Checks that add to {@code findings}. */
  TagChecks(Document backlog, List<Finding> findings) {
    this.backlog = backlog;
    this.findings = findings;
  }

  void typos(SourceText source, List<Tag> tags) {
    Typos typos = new Typos(tags);
    for (Tag tag : tags) {
      List<Replacement> fix = typos.fix(tag);
      if (!fix.isEmpty()) {
        String message =
            "'" + OneLine.clean(source.text(tag.span())) + "' looks like a misspelled tag";
        findings.add(
            Finding.of(FindingCode.TAG_TYPO, source.location(tag.span().from()), message)
                .fixedBy(fix.toArray(Replacement[]::new)));
      }
    }
  }

  /** Checks the tags that a task shares with its group: missing or different. */
  void shared(Group group, Task task) {
    Typos typos = new Typos(task.tags());
    Optional<Tag> id = tag(task, "id");
    Optional<Tag> previous = tag(task, "type").or(() -> id);
    if (id.isPresent() && group.type().isPresent() && !typos.isMisspelled("type")) {
      missing(FindingCode.TYPE_MISSING, task, "type", group.type().get(), id);
    }
    if (previous.isPresent() && group.priority().isPresent() && !typos.isMisspelled("priority")) {
      String word = group.priority().get().word();
      missing(FindingCode.PRIORITY_MISSING, task, "priority", word, previous);
    }
    group
        .type()
        .flatMap(type -> Readiness.mismatch(task, type))
        .ifPresent(
            reason ->
                addFinding(FindingCode.TYPE_MISMATCH, task, task.name() + ": " + reason.words()));
    boolean differs =
        tag(task, "priority")
                .filter(tag -> !tag.value().isEmpty() && typos.fix(tag).isEmpty())
                .isPresent()
            && group.priority().isPresent()
            && !task.priority().equals(group.priority());
    if (differs) {
      addFinding(
          FindingCode.PRIORITY_MISMATCH,
          task,
          task.name() + " and its group " + group.label() + " differ in priority");
    }
  }

  private static Optional<Tag> tag(Task task, String key) {
    return task.tags().stream().filter(tag -> tag.is(key)).findFirst();
  }

  /** Reports a missing tag; it is completed if empty, else added after {@code previous}. */
  private void missing(
      FindingCode code, Task task, String key, String word, Optional<Tag> previous) {
    if (task.tag(key).isPresent()) {
      return;
    }
    String tag = Tag.text(key, word);
    Optional<Replacement> fix =
        tag(task, key)
            .map(empty -> Replacement.insert(empty.valueSpan().from(), word))
            .or(() -> previous.map(other -> Replacement.insert(other.span().to(), tag)));
    Finding finding = Finding.of(code, Checks.at(backlog, task), task.name() + " lacks " + tag);
    findings.add(fix.map(finding::fixedBy).orElse(finding));
  }

  private void addFinding(FindingCode code, Task task, String message) {
    findings.add(Finding.of(code, Checks.at(backlog, task), message));
  }
}
