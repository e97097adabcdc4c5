package dev.replenish.report;

import dev.replenish.app.RunResult;
import dev.replenish.app.board.KnownTypes;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.NothingToDo;
import dev.replenish.rules.Policy;
import dev.replenish.text.OneLine;
import java.util.Optional;

/** Explains why there is nothing to do, and what would change that. */
public final class NothingToDoText {
  /** The command that adds a task. */
  public static final String ADD = "replenish add TITLE --type TYPE --priority PRIORITY";

  private NothingToDoText() {}

  static void text(RunResult result, NothingToDo reason, Text text) {
    text.data().wrapped(TextColor.BOLD, "Nothing to do: ", why(result, reason));
    text.data().wrapped("", advice(result, reason));
  }

  /** One sentence, such as {@code TODO.md is full: 5 of 5 tasks are active.} */
  public static String why(RunResult result, NothingToDo reason) {
    Board board = result.plan().board();
    Policy policy = result.plan().policy();
    Optional<String> unknown = unknownType(result);
    if (reason != NothingToDo.TODO_FULL && unknown.isPresent()) {
      return unknown.get();
    }
    return switch (reason) {
      case TODO_FULL ->
          todoPath(result)
              + " is full: "
              + result.active()
              + " of "
              + policy.batchSize()
              + (result.active() == 1 ? " task is active." : " tasks are active.");
      case BACKLOG_EMPTY ->
          board.backlog().path()
              + " holds no task in any group."
              + ReadingText.overlooked(board.backlog()).map(words -> " " + words).orElse("");
      case TYPE_LOCKED ->
          todoPath(result)
              + " holds "
              + type(board)
              + " tasks, and no group of that type has a ready task. "
              + new LockHolders(board).holders();
      case NO_READY_TASK -> "no " + requestedGroup(policy.narrowing()) + " has a ready task.";
    };
  }

  public static String advice(RunResult result, NothingToDo reason) {
    boolean skipped = !result.plan().selection().skipped().isEmpty();
    if (reason == NothingToDo.TYPE_LOCKED && unknownType(result).isPresent()) {
      return "See all tasks with 'replenish list'.";
    }
    return switch (reason) {
      case TODO_FULL -> "Finish a task first: replenish done ID";
      case BACKLOG_EMPTY -> "Add a task: " + ADD;
      case TYPE_LOCKED ->
          new LockHolders(result.plan().board()).advice()
              + (skipped ? ", or complete the skipped ones." : ".");
      case NO_READY_TASK -> skipped ? completion(result) : "See all tasks with 'replenish list'.";
    };
  }

  /** How to make the skipped tasks ready. */
  public static String completion(RunResult result) {
    boolean unclear =
        result.plan().selection().skipped().stream()
            .allMatch(verdict -> verdict.task().isUnclear());
    return unclear
        ? "Say which of the skipped lines are tasks, and commit."
        : "Complete the skipped tasks, and commit.";
  }

  /** States that the requested type is unknown, with the known types; empty if it is known. */
  public static Optional<String> unknownType(RunResult result) {
    KnownTypes known = new KnownTypes();
    known.add(result.plan().board());
    return known.unknownMessage(result.plan().policy().narrowing().type().stream().toList());
  }

  private static String requestedGroup(BatchFilter filter) {
    if (!filter.isNarrow()) {
      return "group";
    }
    String type = filter.type().map(word -> word + " ").orElse("");
    return type + "group" + filter.priority().map(p -> " of priority " + p.word()).orElse("");
  }

  private static String type(Board board) {
    return board
        .todo()
        .map(Document::activeTasks)
        .flatMap(tasks -> tasks.stream().findFirst())
        .flatMap(task -> task.type())
        .map(OneLine::clean)
        .orElse("untyped");
  }

  /** The path of {@code TODO.md}, which may not exist yet. */
  static String todoPath(RunResult result) {
    return result
        .plan()
        .board()
        .todo()
        .map(Document::path)
        .orElseGet(() -> result.plan().moves() ? result.plan().changes().get(1).path() : "TODO.md");
  }
}
