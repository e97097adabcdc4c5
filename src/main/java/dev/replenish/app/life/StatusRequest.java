package dev.replenish.app.life;

import dev.replenish.app.CommitRequest;
import dev.replenish.board.Assignee;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Transition;
import dev.replenish.text.OneLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code start}, {@code block}, {@code done} and {@code reject} are asked.
 *
 * @param transition what is to become of the tasks
 * @param ids their ids, at least one
 * @param reason why: up to 500 characters on one line; a block and a rejection need one
 * @param refill whether to top {@code TODO.md} up in the same commit
 * @param assignee who starts the tasks, to be written into them; empty where the settings say
 * @param how what the commit carries, and whether it is made
 */
public record StatusRequest(
    Transition transition,
    List<String> ids,
    Optional<String> reason,
    boolean refill,
    Optional<String> assignee,
    CommitRequest how) {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .'’_+@-]{0,59}");
  private static final int LONGEST_REASON = 500;

  /** Checks what is required once; an id that is given twice counts once. */
  public StatusRequest {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    reason = reason.map(OneLine::line).filter(text -> !text.isEmpty());
    assignee = assignee.map(StatusRequest::person);
    String command = "replenish " + transition.word() + " ID";
    if (ids.isEmpty()) {
      throw wrong("no task is given", "Name one or more: '" + command + "'.");
    }
    if (transition.needsReason() && reason.isEmpty()) {
      throw wrong("no reason is given", "Say why: '" + command + " --reason TEXT'.");
    }
    if (reason.map(String::length).orElse(0) > LONGEST_REASON) {
      throw wrong("the reason is too long", "Say it in " + LONGEST_REASON + " characters.");
    }
  }

  /**
   * The name of someone, as it can be written into any form of task.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} for what is no name
   */
  static String person(String text) {
    String name = OneLine.line(text).strip();
    String bare = name.startsWith("@") ? name.substring(1) : name;
    if (!NAME.matcher(bare).matches() || !Assignee.is(bare, bare) || Assignee.isNobody(bare)) {
      throw wrong(
          "'" + OneLine.clean(text) + "' can't be the name of an assignee",
          "Use letters, digits, spaces and . ' _ + @ -, at most 60.");
    }
    return bare;
  }

  private static RuntimeException wrong(String message, String next) {
    return new ProblemException(ErrorCode.USAGE, message, next);
  }
}
