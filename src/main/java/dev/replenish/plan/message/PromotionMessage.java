package dev.replenish.plan.message;

import dev.replenish.audit.Event;
import dev.replenish.audit.Trailers;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.AuditComment;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Readiness.Verdict;
import dev.replenish.rules.Reason;
import dev.replenish.rules.Selection;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The message of a replenishment's commit, for people first and machines last
 * (docs/reference/commits-and-trailers.md). Titles are untrusted: every body line begins with a
 * word of Replenish's own, and the trailers are alone in the last paragraph.
 */
public final class PromotionMessage {
  private static final int SKIPPED = 20;

  private PromotionMessage() {}

  /**
   * The message.
   *
   * @param plan the plan; it has a batch
   * @param archived the finished tasks that are archived first
   * @param files the names of the board's files
   * @param version the version of this program
   * @param key the caller's key, if any
   */
  public static String of(
      Plan plan, List<Task> archived, FileNames files, String version, Optional<String> key) {
    Selection.Batch batch = plan.batch().orElseThrow();
    List<String> reasons = new ArrayList<>(reasons(plan));
    for (Task task : archived) {
      reasons.add("Archived " + task.name() + ".");
    }
    Trailers trailers =
        new Trailers(OneLine.line(plan.board().dir()))
            .event(Event.ARCHIVED, AuditComment.names(archived));
    return new Message(subject("chore(todo): ", batch, " from " + Message.quoted(files.backlog())))
        .paragraph(items(batch.tasks()))
        .paragraph(reasons)
        .with(trailers(batch, trailers).version(version, key));
  }

  private static List<String> items(List<Task> tasks) {
    List<String> items = new ArrayList<>();
    for (Task task : tasks) {
      items.add(Message.item(task));
    }
    return items;
  }

  /** What the batch adds to the trailers. */
  static Trailers trailers(Selection.Batch batch, Trailers trailers) {
    return group(batch.group(), trailers)
        .rule(batch.rule().reason())
        .event(Event.PROMOTED, AuditComment.names(batch.tasks()));
  }

  /** A sound group's trailer. */
  static Trailers group(Group group, Trailers trailers) {
    return trailers.group(OneLine.line(group.type().orElseThrow()), priority(group));
  }

  /**
   * {@code before}, a description of the batch such as {@code replenish 2 dev tasks (high)}, and
   * {@code after}; a long type is cut.
   */
  static String subject(String before, Selection.Batch batch, String after) {
    int count = batch.tasks().size();
    String what = before + "replenish " + count + " ";
    String priority = priority(batch.group());
    String rest =
        (count == 1 ? " task" : " tasks")
            + (priority.isEmpty() ? "" : " (" + priority + ")")
            + after;
    int room = Math.max(8, Message.SUBJECT - what.length() - rest.length());
    return what + OneLine.cut(OneLine.line(type(batch)), room) + rest;
  }

  private static String type(Selection.Batch batch) {
    return batch.group().type().orElseThrow();
  }

  private static String priority(Group group) {
    return group.priority().isPresent() ? group.priority().get().word() : "";
  }

  /** The group and the rule that chose it, one sentence; the plan has a batch. */
  public static String why(Plan plan) {
    Selection.Batch batch = plan.batch().orElseThrow();
    return "Group " + batch.group().label() + ": " + rule(plan) + ".";
  }

  /** The rule that chose the group of the plan's batch, and what narrowed the choice. */
  public static String rule(Plan plan) {
    StringBuilder text = new StringBuilder(plan.batch().orElseThrow().rule().words());
    Optional<Document> todo = plan.board().todo();
    if (todo.isPresent() && !todo.get().activeTasks().isEmpty()) {
      text.append(", of the type that TODO.md holds");
    }
    if (plan.policy().narrowing().isNarrow()) {
      text.append(", among the groups asked for");
    }
    return text.toString();
  }

  /** Why these tasks were chosen, and which were skipped. */
  static List<String> reasons(Plan plan) {
    List<String> lines = new ArrayList<>(List.of(why(plan)));
    List<Verdict> skipped = plan.selection().skipped();
    for (Verdict verdict : skipped.subList(0, Math.min(SKIPPED, skipped.size()))) {
      List<String> reasons = new ArrayList<>();
      for (Reason reason : verdict.reasons()) {
        reasons.add(words(reason));
      }
      lines.add("Skipped " + verdict.task().name() + ": " + String.join(", ", reasons) + ".");
    }
    if (skipped.size() > SKIPPED) {
      lines.add("Skipped " + (skipped.size() - SKIPPED) + " more.");
    }
    return lines;
  }

  /** The words of a reason; a text in it that is no id is untrusted. */
  private static String words(Reason reason) {
    boolean isId = reason.awaited().isPresent() && TaskId.isSafeWord(reason.awaited().get());
    return isId ? reason.words() : Message.quoted(reason.words());
  }
}
