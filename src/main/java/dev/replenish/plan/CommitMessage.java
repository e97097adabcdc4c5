package dev.replenish.plan;

import dev.replenish.audit.Event;
import dev.replenish.audit.Trailers;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Task;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import dev.replenish.rules.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The message of a replenishment's commit, for people first and machines last (TASKS.md, "The
 * commit"). Titles are untrusted: every body line begins with a word of ours, and the trailers
 * stand alone in the last paragraph.
 */
public final class CommitMessage {
  private static final int SUBJECT = 72;
  private static final int TITLE = 200;
  private static final int SKIPPED = 20;

  private CommitMessage() {}

  /**
   * The message.
   *
   * @param plan the plan; it has a batch
   * @param files what the board's files are called
   * @param version the version of this program
   * @param key the caller's key, if it gave one
   */
  public static String of(Plan plan, FileNames files, String version, Optional<String> key) {
    Selection.Batch batch = (Selection.Batch) plan.selection();
    StringBuilder text = new StringBuilder();
    text.append(subject(batch, files.backlog())).append("\n\n");
    for (Task task : batch.tasks()) {
      String title = Words.cut(Words.line(task.title()), TITLE);
      text.append(("- " + task.name() + " " + title).stripTrailing()).append('\n');
    }
    text.append('\n').append(why(plan)).append('\n');
    skipped(batch.skipped(), text);
    text.append('\n');
    Trailers trailers =
        new Trailers(Words.line(plan.board().dir()))
            .group(Words.line(type(batch)), priority(batch.group()))
            .event(Event.PROMOTED, batch.tasks().stream().map(Task::name).toList())
            .add("Version", version);
    key.ifPresent(value -> trailers.add("Key", Words.line(value)));
    text.append(trailers);
    return text.toString();
  }

  private static String subject(Selection.Batch batch, String backlog) {
    int count = batch.tasks().size();
    String before = "chore(todo): replenish " + count + " ";
    String noun = count == 1 ? " task (" : " tasks (";
    String after = noun + priority(batch.group()) + ") from " + backlog;
    int room = Math.max(8, SUBJECT - before.length() - after.length());
    return Words.cut(before + Words.cut(type(batch), room) + after, SUBJECT);
  }

  private static String type(Selection.Batch batch) {
    return batch.group().type().orElseThrow();
  }

  private static String priority(Group group) {
    return group.priority().map(Priority::word).orElseThrow();
  }

  /** The group and the rule that chose it, one sentence; the plan has a batch. */
  public static String why(Plan plan) {
    Selection.Batch batch = (Selection.Batch) plan.selection();
    StringBuilder text = new StringBuilder("Group ");
    text.append(batch.group().label()).append(": ").append(batch.rule().words());
    if (plan.board().todo().map(todo -> !todo.activeTasks().isEmpty()).orElse(false)) {
      text.append(", of the type that TODO.md holds");
    }
    if (plan.policy().narrowing().isNarrow()) {
      text.append(", among the groups asked for");
    }
    return text.append('.').toString();
  }

  private static void skipped(List<Verdict> skipped, StringBuilder text) {
    for (Verdict verdict : skipped.subList(0, Math.min(SKIPPED, skipped.size()))) {
      text.append("Skipped ").append(Words.line(verdict.task().name())).append(": ");
      text.append(reasons(verdict)).append(".\n");
    }
    if (skipped.size() > SKIPPED) {
      text.append("Skipped ").append(skipped.size() - SKIPPED).append(" more.\n");
    }
  }

  /** Every reason of a verdict in words, such as {@code no Plan, no Estimated Effort}. */
  public static String reasons(Verdict verdict) {
    return verdict.reasons().stream().map(Reason::words).collect(Collectors.joining(", "));
  }
}
