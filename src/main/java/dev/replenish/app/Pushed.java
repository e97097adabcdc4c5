package dev.replenish.app;

import dev.replenish.git.LocalBranch;
import java.util.Optional;

/**
 * What came of a push (docs/reference/pushing.md).
 *
 * @param remote the remote's name or URL, without whoever is named in it
 * @param branch the short name of the branch over there, such as {@code main}
 * @param pushed whether a commit was pushed; not where nothing was left to be done
 * @param tries how often it was planned: 1 where nobody else was faster
 * @param local what became of the local branch; empty where it is not that of the push
 */
public record Pushed(
    String remote, String branch, boolean pushed, int tries, Optional<LocalBranch> local) {

  /** What became of the local branch in a word, such as {@code fast-forwarded}. */
  public Optional<String> localBranch() {
    return local.map(LocalBranch::word);
  }
}
