package dev.replenish.git.remote;

import java.util.List;
import java.util.Optional;

/**
 * The result of a push, or of a run that had nothing to push.
 *
 * @param commit the 40 hex digits of the pushed commit; empty if none was needed
 * @param remote the remote's name or URL, without credentials
 * @param branch the short name of the branch on the remote
 * @param local what happened to the local branch; empty if a pull request's branch was pushed
 * @param notices what else the user should know, one sentence each
 */
public record PushResult(
    Optional<String> commit,
    String remote,
    String branch,
    Optional<LocalBranchUpdate> local,
    List<String> notices) {
  public PushResult {
    notices = List.copyOf(notices);
  }
}
