package dev.replenish.app;

import dev.replenish.board.Uncommitted;
import dev.replenish.git.remote.LocalBranchUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a call ended on one board, whatever the command.
 *
 * @param commit the commit's 40 hex digits, if one was made
 * @param push what came of the push; empty where the call was about the local branch
 * @param notices what the user should know: hooks that didn't run, files left to their owner
 * @param replayed whether the call was made before under its key, and nothing is done again
 * @param uncommitted the edits that a preview was made of, and a commit must come before
 */
public record CommitOutcome(
    Optional<String> commit,
    Optional<CommitOutcome.Pushed> push,
    List<String> notices,
    boolean replayed,
    Optional<Uncommitted> uncommitted) {

  /** The end of a call that wrote nothing and has nothing to say. */
  public static final CommitOutcome PLAIN =
      new CommitOutcome(Optional.empty(), Optional.empty(), List.of(), false);

  /** The end of a call that was not made of uncommitted edits. */
  CommitOutcome(
      Optional<String> commit,
      Optional<CommitOutcome.Pushed> push,
      List<String> notices,
      boolean replayed) {
    this(commit, push, notices, replayed, Optional.empty());
  }

  /** Copies the notices. */
  public CommitOutcome {
    notices = List.copyOf(notices);
  }

  /** The same with more to say. */
  public CommitOutcome and(List<String> more) {
    List<String> all = new ArrayList<>(notices);
    all.addAll(more);
    return new CommitOutcome(commit, push, all, replayed, uncommitted);
  }

  /** The same of a preview that was made of these edits. */
  CommitOutcome of(Optional<Uncommitted> edits) {
    return new CommitOutcome(commit, push, notices, replayed, edits);
  }

  /** The same for a part of the result, which does not say again what the whole says. */
  public CommitOutcome ofPart() {
    return new CommitOutcome(commit, push, List.of(), replayed);
  }

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
      String remote, String branch, boolean pushed, int tries, Optional<LocalBranchUpdate> local) {

    /** What became of the local branch in a word, such as {@code fast-forwarded}. */
    public Optional<String> localBranch() {
      return local.map(LocalBranchUpdate::word);
    }
  }
}
