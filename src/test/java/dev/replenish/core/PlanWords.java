package dev.replenish.core;

import dev.replenish.board.Finding;
import dev.replenish.board.Task;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.message.PromotionMessage;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All content of a plan, as text to compare. */
final class PlanWords {
  private PlanWords() {}

  static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    Optional<Finding> damage = plan.board().todo().flatMap(todo -> todo.damage());
    if (damage.isPresent()) {
      text.append("outcome: refused\n");
      text.append("because: ").append(words(damage.get())).append('\n');
    } else if (plan.selection() instanceof Selection.Batch batch) {
      batch(batch, text);
    } else if (plan.selection() instanceof Selection.Nothing nothing) {
      text.append("outcome: noop\n");
      text.append("reason: ").append(nothing.reason().word()).append('\n');
      skipped(nothing.skipped(), text);
    }
    findings(plan, text);
    if (damage.isEmpty() && plan.moves()) {
      text.append("message:\n");
      PromotionMessage.of(plan, List.of(), FileNames.DEFAULT, "0.1.0", Optional.empty())
          .lines()
          .forEach(line -> text.append(("  " + line).stripTrailing()).append('\n'));
    }
    return text.toString();
  }

  private static void batch(Selection.Batch batch, StringBuilder text) {
    text.append("outcome: moved\n");
    text.append("reason: ").append(batch.rule().reason()).append('\n');
    text.append("group: ").append(batch.group().label());
    text.append(" line ").append(batch.group().line()).append('\n');
    batch
        .otherwise()
        .ifPresent(
            group -> {
              text.append("otherwise: ").append(group.label());
              text.append(" line ").append(group.line()).append('\n');
            });
    text.append("moved:");
    batch.tasks().forEach(task -> text.append(' ').append(task.name()));
    text.append('\n');
    skipped(batch.skipped(), text);
  }

  private static void skipped(List<Verdict> skipped, StringBuilder text) {
    for (Verdict verdict : skipped) {
      Task task = verdict.task();
      text.append("skipped: ").append(task.name()).append(" line ").append(task.line());
      text.append(": ");
      text.append(verdict.reasons().stream().map(Reason::code).collect(Collectors.joining(", ")));
      text.append('\n');
    }
  }

  private static void findings(Plan plan, StringBuilder text) {
    for (Finding finding : Checks.of(plan.board(), plan.policy())) {
      text.append("finding: ").append(words(finding)).append('\n');
    }
  }

  private static String words(Finding finding) {
    return finding.where()
        + ": "
        + finding.severity().word()
        + " "
        + finding.code().word()
        + (finding.fixable() ? " (fixable)" : "");
  }
}
