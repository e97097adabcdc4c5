package dev.replenish.app;

import dev.replenish.board.Uncommitted;
import dev.replenish.git.remote.LocalBranchUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a call ended on one board; the same for every command.
 *
 * @param commit the commit's 40 hex digits, if one was made
 * @param push the result of the push; empty if the call commits to the local branch
 * @param notices messages for the user, such as hooks that didn't run or files that were left alone
 * @param replayed whether an earlier call had the same key, so that nothing was done
 * @param uncommitted the uncommitted edits that a preview includes; they must be committed first
 */
public record CommitOutcome(
    Optional<String> commit,
    Optional<CommitOutcome.Pushed> push,
    List<String> notices,
    boolean replayed,
    Optional<Uncommitted> uncommitted) {

  /** The outcome of a call without a commit and without notices. */
  public static final CommitOutcome PLAIN =
      new CommitOutcome(Optional.empty(), Optional.empty(), List.of(), false);

  /** The outcome of a call without uncommitted edits. */
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

  /** Returns a copy with additional notices. */
  public CommitOutcome and(List<String> more) {
    List<String> all = new ArrayList<>(notices);
    all.addAll(more);
    return new CommitOutcome(commit, push, all, replayed, uncommitted);
  }

  /** Returns a copy for a preview that includes these uncommitted edits. */
  CommitOutcome of(Optional<Uncommitted> edits) {
    return new CommitOutcome(commit, push, notices, replayed, edits);
  }

  /** Returns a copy for a part of the result, without the notices that the whole has. */
  public CommitOutcome ofPart() {
    return new CommitOutcome(commit, push, List.of(), replayed);
  }

  /**
   * The result of a push (docs/reference/pushing.md).
   *
   * @param remote the remote's name or URL, without credentials
   * @param branch the short name of the remote branch, such as {@code main}
   * @param pushed whether a commit was pushed; false if there was nothing to do
   * @param tries how often the change was planned: 1 if no other push came first
   * @param local what became of the local branch; empty if the push was to another branch
   */
  public record Pushed(
      String remote, String branch, boolean pushed, int tries, Optional<LocalBranchUpdate> local) {

    /** What became of the local branch, in one word such as {@code fast-forwarded}. */
    public Optional<String> localBranch() {
      return local.map(LocalBranchUpdate::word);
    }
  }
}
