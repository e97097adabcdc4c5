package dev.replenish.git.remote;

import java.util.List;
import java.util.Optional;

/**
 * What came of a remote's branch.
 *
 * @param commit the 40 hex digits of the commit that it has got; empty where none was needed
 * @param remote the remote's name or URL, without whoever is named in it
 * @param branch the short name of the branch over there
 * @param local what became of the local branch; empty where a proposal's branch was meant
 * @param notices what the user should know besides, one sentence each
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
