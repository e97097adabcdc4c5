package dev.replenish.mcp;

import dev.replenish.app.BatchFilterParser;
import dev.replenish.app.BoardResult;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.Replenish;
import dev.replenish.app.Tasks;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.life.SetStatus;
import dev.replenish.app.life.StatusRequest;
import dev.replenish.board.Transition;
import dev.replenish.report.AgentReplies;
import dev.replenish.report.AgentReply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the tools do: each calls one use case and tells what came of it. */
final class ToolHandlers {
  private ToolHandlers() {}

  /** Carries out the call of {@code tool}. */
  static AgentReply call(String tool, CallContext context, Arguments arguments) {
    return switch (tool) {
      case "backlog_status" -> only(Tasks.status(context), AgentReplies::of);
      case "backlog_plan" -> run(context, arguments, true);
      case "backlog_replenish" -> run(context, arguments, false);
      case "backlog_set_status" ->
          only(SetStatus.set(context, change(arguments)), AgentReplies::of);
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private static <T> AgentReply only(List<BoardResult<T>> outcomes, Function<T, AgentReply> words) {
    BoardResult<T> outcome = outcomes.get(0); // Place has seen to it that there is one board
    outcome
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return words.apply(outcome.result().orElseThrow());
  }

  private static AgentReply run(CallContext context, Arguments arguments, boolean dryRun) {
    Replenish.Request request =
        new Replenish.Request(
            BatchFilterParser.to(
                arguments.text("type"),
                arguments.text("priority"),
                Optional.empty(),
                arguments.digits("max")),
            arguments.text("planId"),
            committing(arguments, dryRun));
    return only(Replenish.run(context, request), AgentReplies::of);
  }

  private static StatusRequest change(Arguments arguments) {
    String action = arguments.text("action").orElseThrow();
    Transition transition =
        Stream.of(Transition.values())
            .filter(t -> t.word().equals(action))
            .findFirst()
            .orElseThrow();
    Optional<String> reason = arguments.text("reason").filter(text -> !text.isBlank());
    if (transition.needsReason() && reason.isEmpty()) {
      throw Arguments.wrong(action + " needs a reason", "Say why in the argument 'reason'.");
    }
    if (arguments.texts("ids").isEmpty()) {
      throw Arguments.wrong("no task is named", "Name one or more in the argument 'ids'.");
    }
    boolean refill = arguments.isTrue("refill");
    if (refill && transition.target().isActive()) {
      throw Arguments.wrong(
          action + " makes no room to refill", "Leave refill out, or call backlog_replenish.");
    }
    return new StatusRequest(
        transition, arguments.texts("ids"), reason, refill, committing(arguments, false));
  }

  private static CommitRequest committing(Arguments arguments, boolean dryRun) {
    return new CommitRequest(
        dryRun, arguments.text("key"), Optional.empty(), Optional.empty(), true);
  }
}
