package dev.replenish.git.remote;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import java.util.List;
import java.util.Locale;

/** What a remote's answer to a failed call means. Secrets are already masked in these messages. */
final class PushFailures {
  private static final List<String> ACCESS_DENIED =
      List.of(
          "not authorized",
          "not permitted",
          "permission denied",
          "authentication",
          "credentialsprovider");

  private PushFailures() {}

  /** Whether the reason is that two pushes collided; any other reason is a policy. */
  static boolean isRace(String reason) {
    String message = reason.toLowerCase(Locale.ROOT);
    return message.contains("failed to lock")
        || message.contains("cannot lock")
        || message.contains("unable to lock")
        || message.contains("failed to update ref")
        || message.contains("already exists")
        || message.contains("stale info")
        || message.contains("fetch first")
        || message.contains("incorrect old value");
  }

  /** The remote refused the push by policy. */
  static ProblemException rejected(RemoteBranch branch, String reason) {
    return new ProblemException(
        ErrorCode.PUSH_REJECTED,
        branch.display() + " refused the push to " + branch.shortName() + ": " + reason,
        "Push to a branch of its own with --pr-branch NAME, and let it be merged from there.");
  }

  /** The remote could not be reached, or denied access. */
  static ProblemException failed(String what, RemoteBranch branch, String reason) {
    if (isAccessDenied(reason, branch)) {
      return new ProblemException(
          ErrorCode.PUSH_REJECTED,
          branch.display() + " denied access: " + reason,
          "Set REPLENISH_TOKEN to a token that may write, or make `git push` work first.");
    }
    return new ProblemException(
        ErrorCode.IO,
        what + ": " + reason,
        "Make sure that `git fetch " + branch.display() + "` works, then try again.");
  }

  /** Whether the message means that access was denied. Ignores the remote's URL in it. */
  private static boolean isAccessDenied(String reason, RemoteBranch branch) {
    String message = reason.toLowerCase(Locale.ROOT);
    for (String url : List.of(branch.url(), branch.pushUrl())) {
      String path = url.substring(url.indexOf('@') + 1).replaceFirst("^[a-z]+://", "");
      message = message.replace(path.toLowerCase(Locale.ROOT), "");
    }
    return ACCESS_DENIED.stream().anyMatch(message::contains);
  }
}
