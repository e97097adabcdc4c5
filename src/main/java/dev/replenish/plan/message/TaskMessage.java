package dev.replenish.plan.message;

import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Commit;
import dev.replenish.audit.Event;
import dev.replenish.audit.Trailers;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.plan.AuditComment;
import dev.replenish.plan.promote.Plan;
import dev.replenish.rules.Selection;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The message of a commit that is about chosen tasks (docs/reference/commits-and-trailers.md).
 *
 * <pre>chore(todo): finish TASK-20260204-132</pre>
 */
public final class TaskMessage {

  private final String dir;
  private final String verb;
  private final List<Task> tasks;
  private final Map<Event, List<Task>> events = new LinkedHashMap<>();
  private List<String> restored = List.of();
  private Optional<String> reason = Optional.empty();
  private Optional<String> undone = Optional.empty();
  private String undoLine = "";
  private Optional<Group> group = Optional.empty();
  private Optional<Plan> refill = Optional.empty();

  /**
   * A message about {@code tasks} of the board in {@code dir}.
   *
   * @param verb what is done, with its scope: {@code chore(todo): finish}
   */
  public TaskMessage(String dir, String verb, List<Task> tasks) {
    this.dir = dir;
    this.verb = verb;
    this.tasks = List.copyOf(tasks);
  }

  /** Adds an event of tasks; each task gets a trailer. */
  public TaskMessage event(Event event, List<Task> happened) {
    events.put(event, List.copyOf(happened));
    return this;
  }

  /** Adds restored tasks; each value begins with an id and gives its origin. */
  public TaskMessage restored(List<String> values) {
    restored = List.copyOf(values);
    return this;
  }

  /** Sets the reason, in the caller's words. */
  public TaskMessage reason(Optional<String> text) {
    reason = text;
    return this;
  }

  /**
   * Sets the commit that this one undoes.
   *
   * @param commit its 40 hex digits
   * @param subject the subject of its message
   */
  public TaskMessage undo(String commit, String subject) {
    undone = Optional.of(commit);
    undoLine = "Takes back " + Commit.shortened(commit) + ": " + Message.quoted(subject);
    return this;
  }

  /** Sets the group that {@code tasks} leave, or to which they return. */
  public TaskMessage group(Group taken) {
    group = Optional.of(taken);
    return this;
  }

  /** Adds the batch that the same commit moves, if {@code plan} has one. */
  public TaskMessage refill(Plan plan) {
    refill = Optional.of(plan).filter(Plan::moves);
    return this;
  }

  /**
   * The message.
   *
   * @param version the version of this program
   * @param key the caller's key, if any
   */
  public String text(String version, Optional<String> key) {
    Message message = new Message(subject()).paragraph(tasks.stream().map(Message::item).toList());
    message.paragraph(undoLine.isEmpty() ? List.of() : List.of(undoLine));
    reason.ifPresent(text -> message.paragraph(List.of(AuditRecord.REASON + Message.quoted(text))));
    Trailers trailers = new Trailers(OneLine.line(dir));
    group.ifPresent(taken -> PromotionMessage.group(taken, trailers));
    trailers.event(Event.RESTORED, restored);
    events.forEach((event, happened) -> trailers.event(event, AuditComment.names(happened)));
    refill.ifPresent(
        plan -> {
          Selection.Batch batch = plan.batch().orElseThrow();
          List<String> lines = new ArrayList<>(batch.tasks().stream().map(Message::item).toList());
          lines.add(0, "Moved from the backlog:");
          message.paragraph(lines).paragraph(PromotionMessage.reasons(plan));
          PromotionMessage.trailers(batch, trailers);
        });
    undone.ifPresent(trailers::undo);
    return message.with(trailers.version(version, key));
  }

  /** The subject: first what was done, then the batch; only the batch if nothing was done. */
  private String subject() {
    String scope = verb.substring(0, verb.indexOf(' ') + 1);
    if (tasks.isEmpty() && undone.isPresent()) {
      return verb;
    }
    String count = tasks.size() == 1 ? tasks.get(0).name() : tasks.size() + " tasks";
    String what = verb + " " + count;
    String first = tasks.isEmpty() ? scope : what + ", ";
    return refill
        .flatMap(Plan::batch)
        .map(batch -> PromotionMessage.subject(first, batch, ""))
        .orElse(what);
  }
}
