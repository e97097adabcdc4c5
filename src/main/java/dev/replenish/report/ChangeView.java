package dev.replenish.report;

import dev.replenish.app.ChangeResult;
import dev.replenish.app.ChangedTask;
import dev.replenish.app.CommitOutcome;
import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.audit.Commit;
import dev.replenish.audit.Event;
import dev.replenish.board.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows what a command did to tasks: started, blocked, finished, archived, added or took back.
 *
 * @param command the command's name
 * @param dryRun whether the call was a dry run
 */
public record ChangeView(String command, boolean dryRun) implements View<ChangeResult> {
  @Override
  public Outcome outcome(ChangeResult result) {
    return result.outcome();
  }

  @Override
  public void text(ChangeResult result, Text text) {
    if (dryRun && result.ending().replayed()) {
      new ChangeView(command, false).text(result, text); // an earlier call with this key did it
      return;
    }
    text.notes(result.ending().notices());
    for (Finding finding : result.findings()) {
      text.remark(finding.where() + ": " + finding.message() + " (" + finding.hint() + ")");
    }
    if (text.style().quiet()) {
      return;
    }
    headline(result, text);
    for (ChangedTask task : text.capped(result.tasks())) {
      task(task, text);
    }
    text.rest(result.tasks(), "  ");
    result.refill().ifPresent(refill -> RunView.of(dryRun).choice(refill, text));
    JsonParts.pushed(result.ending(), text);
    if (dryRun) {
      text.data().end();
      text.diff(result.diff());
    }
  }

  private void headline(ChangeResult result, Text text) {
    if (result.changes().isEmpty()) {
      text.data().line("Nothing to do: " + (result.tasks().isEmpty() ? idle() : already(result)));
      return;
    }
    text.data().put(TextColor.BOLD, dryRun ? "Would " + verb() + " " : past() + " ");
    text.data().put(Text.count(result.tasks().size(), "task"));
    result
        .commit()
        .ifPresent(id -> text.data().put(" in ").put(TextColor.GOOD, Commit.shortened(id)));
    text.data().line(":");
  }

  private String verb() {
    return switch (command) {
      case "done" -> "finish";
      case "undo" -> "take back";
      case "audit" -> "bring back";
      default -> command;
    };
  }

  private String past() {
    return switch (command) {
      case "undo" -> "Took back";
      case "audit" -> "Brought back";
      case "archive" -> "Archived";
      case "defer" -> "Deferred";
      case "move" -> "Moved";
      default -> {
        String verb = verb();
        yield Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + "ed";
      }
    };
  }

  private String idle() {
    return switch (command) {
      case "archive" -> "TODO.md holds no finished task.";
      case "convert" -> "all tasks have markers.";
      case "audit" -> "no task is missing.";
      case "undo" -> "there is no command to undo.";
      default -> "no task matches.";
    };
  }

  /** Why nothing was done, such as {@code A-1 is already in progress.} */
  private String already(ChangeResult result) {
    return result.tasks().size() == 1
        ? result.tasks().get(0).line().task().name()
            + " is already "
            + state(result.tasks().get(0))
            + "."
        : "all tasks are in that state already.";
  }

  private String state(ChangedTask task) {
    return switch (command) {
      case "defer" -> "in " + task.line().document().path();
      case "edit" -> "as requested";
      case "move" -> "in that place";
      default -> task.line().word().replace('-', ' ');
    };
  }

  private void task(ChangedTask task, Text text) {
    String events =
        task.events().isEmpty()
            ? "already " + state(task)
            : task.events().stream().map(Event::word).collect(Collectors.joining(", "));
    text.task(task.line().task().name(), task.line().task().title(), 0);
    String place = JsonParts.place(task.line().document(), task.line().task());
    text.data().line("    " + events + ": " + place);
  }

  @Override
  public Optional<String> commit(ChangeResult result) {
    return result.commit();
  }

  @Override
  public void json(Optional<String> board, Optional<ChangeResult> result, Json json) {
    Optional<CommitOutcome> ending = result.map(ChangeResult::ending);
    JsonParts.dryRun(dryRun, ending, json);
    json.field("board", board);
    json.objects("tasks", result.map(ChangeResult::tasks).orElse(List.of()), ChangeView::fields);
    json.object("refill", result.flatMap(ChangeResult::refill), ChangeView::refill);
    json.field("commit", result.flatMap(ChangeResult::commit));
    JsonParts.findings("findings", result.map(ChangeResult::findings).orElse(List.of()), json);
    JsonParts.ending(ending, json);
  }

  private static void fields(ChangedTask task, Json json) {
    JsonParts.taskFields(task.line(), json);
    json.field("events", task.events().stream().map(Event::word).toList());
    JsonParts.to(task.destination(), json);
  }

  private static void refill(RunResult refill, Json json) {
    json.field("moved", refill.moves());
    json.field("reason", refill.reason());
    RunView.batch(Optional.of(refill), json);
    RunView.archived(Optional.of(refill), json);
  }
}
