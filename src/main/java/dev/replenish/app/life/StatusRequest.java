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
 * The request for {@code start}, {@code block}, {@code done}, {@code reject} and {@code reopen}.
 *
 * @param transition the requested change of status
 * @param ids the ids of the tasks, at least one
 * @param reason the reason: up to 500 characters on one line; required to block or reject
 * @param refill whether to top {@code TODO.md} up in the same commit
 * @param assignee who starts the tasks, to be written into them; by default, the one in the
 *     settings
 * @param how the options of the commit, such as a dry run
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

  /** Checks the values; removes repeated ids. */
  public StatusRequest {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    reason = reason.map(OneLine::line).filter(text -> !text.isEmpty());
    assignee = assignee.map(StatusRequest::person);
    String command = "replenish " + transition.word() + " ID";
    if (ids.isEmpty()) {
      throw usage("no task is given", "Name one or more: '" + command + "'.");
    }
    if (transition.needsReason() && reason.isEmpty()) {
      throw usage("no reason is given", "Say why: '" + command + " --reason TEXT'.");
    }
    if (reason.map(String::length).orElse(0) > LONGEST_REASON) {
      throw usage("the reason is too long", "Say it in " + LONGEST_REASON + " characters.");
    }
  }

  /**
   * A person's name in a form that can be written into any form of task.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} if {@code text} is not a valid name
   */
  static String person(String text) {
    String name = OneLine.line(text).strip();
    String bare = name.startsWith("@") ? name.substring(1) : name;
    if (!NAME.matcher(bare).matches() || !Assignee.is(bare, bare) || Assignee.isNobody(bare)) {
      throw usage(
          "'" + OneLine.clean(text) + "' can't be the name of an assignee",
          "Use letters, digits, spaces and . ' _ + @ -, at most 60.");
    }
    return bare;
  }

  private static RuntimeException usage(String message, String next) {
    return new ProblemException(ErrorCode.USAGE, message, next);
  }
}
