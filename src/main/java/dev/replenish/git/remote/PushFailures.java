package dev.replenish.git.remote;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import java.util.List;
import java.util.Locale;

/** What a remote's answer to a failed call means. Its words have no secrets in them any more. */
final class PushFailures {
  private static final List<String> CLOSED_DOORS =
      List.of(
          "not authorized",
          "not permitted",
          "permission denied",
          "authentication",
          "credentialsprovider");

  private PushFailures() {}

  /** What servers say where two pushes meet; anything else is a policy. */
  static boolean isRace(String reason) {
    String said = reason.toLowerCase(Locale.ROOT);
    return said.contains("failed to lock")
        || said.contains("cannot lock")
        || said.contains("unable to lock")
        || said.contains("failed to update ref")
        || said.contains("already exists")
        || said.contains("stale info")
        || said.contains("fetch first")
        || said.contains("incorrect old value");
  }

  /** The remote refused the push by policy. */
  static ProblemException rejected(RemoteBranch branch, String words) {
    return Problem.of(
            ErrorCode.PUSH_REJECTED,
            branch.display() + " refused the push to " + branch.shortName() + ": " + words,
            "Push to a branch of its own with --pr-branch NAME, and let it be merged from there.")
        .refusal();
  }

  /** The remote could not be reached, or does not let us in. */
  static ProblemException failed(String what, RemoteBranch branch, String words) {
    if (isClosedDoor(words, branch)) {
      return Problem.of(
              ErrorCode.PUSH_REJECTED,
              branch.display() + " does not let us in: " + words,
              "Give a token that may write in REPLENISH_TOKEN, or let `git push` work first.")
          .refusal();
    }
    return Problem.of(
            ErrorCode.IO,
            what + ": " + words,
            "Make sure that `git fetch " + branch.display() + "` works, then try again.")
        .refusal();
  }

  /** Judged by what is said of the remote, not by its name. */
  private static boolean isClosedDoor(String words, RemoteBranch branch) {
    String said = words.toLowerCase(Locale.ROOT);
    for (String url : List.of(branch.url(), branch.pushUrl())) {
      String path = url.substring(url.indexOf('@') + 1).replaceFirst("^[a-z]+://", "");
      said = said.replace(path.toLowerCase(Locale.ROOT), "");
    }
    return CLOSED_DOORS.stream().anyMatch(said::contains);
  }
}
