package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Transition;
import dev.replenish.text.OneLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What {@code start}, {@code block}, {@code done} and {@code reject} are asked.
 *
 * @param transition what is to become of the tasks
 * @param ids their ids, at least one
 * @param reason why: up to 500 characters on one line; a block and a rejection need one
 * @param refill whether to top {@code TODO.md} up in the same commit
 * @param how what the commit carries, and whether it is made
 */
public record StatusRequest(
    Transition transition,
    List<String> ids,
    Optional<String> reason,
    boolean refill,
    CommitRequest how) {
  private static final int LONGEST_REASON = 500;

  /** Checks what is required once; an id that is given twice counts once. */
  public StatusRequest {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    reason = reason.map(OneLine::line).filter(text -> !text.isEmpty());
    String command = "replenish " + transition.word() + " ID";
    if (ids.isEmpty()) {
      throw wrong("no task is named", "Name one or more: '" + command + "'.");
    }
    if (transition.needsReason() && reason.isEmpty()) {
      throw wrong("no reason is given", "Say why: '" + command + " --reason TEXT'.");
    }
    if (reason.map(String::length).orElse(0) > LONGEST_REASON) {
      throw wrong("the reason is too long", "Say it in " + LONGEST_REASON + " characters.");
    }
  }

  private static RuntimeException wrong(String message, String next) {
    return Problem.of(ErrorCode.USAGE, message, next).refusal();
  }
}
