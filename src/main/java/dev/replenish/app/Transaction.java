package dev.replenish.app;

import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.StatedPolicies;
import dev.replenish.audit.AuditRecord;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Uncommitted;
import dev.replenish.git.CommitSession;
import dev.replenish.git.Repo;
import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Committed;
import dev.replenish.git.objects.Tree;
import dev.replenish.git.remote.PushResult;
import dev.replenish.git.remote.Remote;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a command on the tip of the branch and commits its changes; every command that writes uses
 * it. If the branch has moved meanwhile, the command plans again from the new tip.
 */
public final class Transaction {
  private static final int TRIES = 10;
  private static final int LONGEST_PAUSE_MILLIS = 50;

  private final Session workspace;
  private final CommitRequest how;
  private final ZonedDateTime authorTime;
  private final IdempotencyKeys keys;
  private final Optional<Remote> remote;
  private final PushRetries retries;
  private List<String> recovered = List.of();
  private final List<String> otherPaths = new ArrayList<>();
  private boolean previewsEdits;

  /** The work on one board, and the function that rebuilds its result from an earlier call. */
  private record Call<R>(
      String dir,
      Function<BoardSnapshot, Proposal<R>> work,
      Function<IdempotentReplay, R> replayed) {}

  public Transaction(Session workspace, CommitRequest how) {
    this(workspace, how, new PushRetries(20, 60, 2000));
  }

  Transaction(Session workspace, CommitRequest how, PushRetries retries) {
    this.retries = retries;
    this.workspace = workspace;
    this.how = how;
    this.authorTime = workspace.authorTime(how.date());
    this.keys = new IdempotencyKeys(workspace.repo(), how.key());
    this.remote = how.push().map(this::remote);
  }

  /** Adds a file that the command may write besides the board's files. */
  void alsoWrites(String path) {
    otherPaths.add(path);
  }

  /** Includes uncommitted edits in dry runs. */
  void previewsEdits() {
    previewsEdits = true;
  }

  private Remote remote(CommitRequest.Push push) {
    return Remote.of(
        workspace.repo(),
        new Remote.Wanted(
            workspace.context().ref(),
            push.remote(),
            push.branch(),
            message -> AuditRecord.of(message).isPresent()));
  }

  /**
   * Runs {@code work} on the board in {@code dir} and commits; a dry run ends before the commit.
   *
   * @param replayed returns the result if an earlier call had the same key
   */
  public <R> R run(
      String dir,
      Function<BoardSnapshot, Proposal<R>> work,
      Function<IdempotentReplay, R> replayed) {
    if (how.dryRun()) {
      return preview(dir, work, replayed);
    }
    if (how.key().isPresent() || remote.isPresent()) {
      // begin() recovers as well, but a repeated call, or one that pushes, may end without it
      recovered = workspace.repo().recover(workspace.context().ref());
    }
    Call<R> call = new Call<>(dir, work, replayed);
    if (remote.isPresent()) {
      Remote target = remote.get();
      return retries.retry(target, number -> push(call, target, number));
    }
    for (int attempt = 1; ; attempt++) {
      Optional<R> result = commit(call, attempt == TRIES);
      if (result.isPresent()) {
        return result.get();
      }
      PushRetries.pause(LONGEST_PAUSE_MILLIS);
    }
  }

  /** Returns the result that {@code work} would have, without writing anything. */
  public <R> R preview(
      String dir,
      Function<BoardSnapshot, Proposal<R>> work,
      Function<IdempotentReplay, R> replayed) {
    Repo repo = workspace.repo();
    CommitTree tip = tip();
    Optional<IdempotentReplay> replay = replay(tip, dir);
    if (replay.isPresent()) {
      return replayed.apply(replay.get());
    }
    BoardSource board = BoardSource.at(workspace, tip, dir);
    Optional<Uncommitted> edits = Optional.empty();
    if (remote.isEmpty()) { // only a commit to the local branch needs the work tree to be clean
      List<String> paths = paths(board);
      edits = previewsEdits ? repo.uncommitted(tip, paths) : edits;
      if (edits.isEmpty()) {
        repo.requireReady(tip, paths);
      }
    }
    Tree files = edits.isPresent() ? repo.workFiles().orElseThrow() : tip;
    Proposal<R> proposal = work.apply(board.read(files, authorTime.toLocalDate()));
    return proposal.result().apply(ending(Optional.empty(), Optional.empty()).of(edits));
  }

  /** The tip of the local branch or, for a push, of the remote branch. */
  public CommitTree tip() {
    if (remote.isPresent()) {
      return remote.get().fetch();
    }
    try {
      return workspace.repo().tip(workspace.context().ref());
    } catch (ProblemException none) {
      throw FirstCommit.explained(workspace, none);
    }
  }

  /** One attempt to commit; empty if the branch has moved meanwhile and attempts are left. */
  private <R> Optional<R> commit(Call<R> call, boolean last) {
    Optional<String> ref = workspace.context().ref();
    Optional<IdempotentReplay> replay =
        replay(workspace.repo().tip(ref), call.dir); // not yet under the lock
    if (replay.isPresent()) {
      return replay.map(call.replayed);
    }
    try (CommitSession commitSession = workspace.repo().begin(ref)) {
      CommitTree tip = commitSession.tip();
      Optional<IdempotentReplay> replayUnderLock = replay(tip, call.dir);
      if (replayUnderLock.isPresent()) {
        return replayUnderLock.map(call.replayed);
      }
      BoardSource board = BoardSource.at(workspace, tip, call.dir);
      // before reading the board, so that an uncommitted backlog is not reported as missing
      commitSession.requireClean(paths(board));
      BoardSnapshot base = board.read(tip, authorTime.toLocalDate());
      Proposal<R> proposal = call.work.apply(base);
      if (proposal.changes().isEmpty()) {
        CommitOutcome plain = CommitOutcome.PLAIN.and(recovered).and(commitSession.notices());
        return Optional.of(proposal.result().apply(plain));
      }
      new StatedPolicies(base.board(), base.settings()).requireCommit();
      Committed committed;
      try {
        committed =
            commitSession.commit(
                Changes.toCommit(tip, proposal.changes()), proposal.message().get(), author());
      } catch (ProblemException refusal) {
        if (refusal.problem().code() != ErrorCode.CONFLICT || last) {
          throw refusal;
        }
        return Optional.empty();
      }
      List<String> notices = new ArrayList<>(commitSession.notices());
      notices.addAll(committed.notices());
      return Optional.of(result(proposal, Optional.of(committed.id()), Optional.empty(), notices));
    }
  }

  /** One attempt to push a commit; empty if another push came first. */
  private <R> Optional<R> push(Call<R> call, Remote target, int number) {
    CommitTree tip = target.fetch();
    Optional<IdempotentReplay> replay = replay(tip, call.dir);
    if (replay.isPresent()) {
      return replay.map(call.replayed);
    }
    BoardSnapshot base =
        BoardSource.at(workspace, tip, call.dir).read(tip, authorTime.toLocalDate());
    Proposal<R> proposal = call.work.apply(base);
    if (proposal.changes().isEmpty()) {
      return Optional.of(pushed(proposal, number, target.leave(tip)));
    }
    new StatedPolicies(base.board(), base.settings()).requireCommit();
    return target
        .commit(tip, Changes.toCommit(tip, proposal.changes()), proposal.message().get(), author())
        .map(pushResult -> pushed(proposal, number, pushResult));
  }

  private <R> R pushed(Proposal<R> proposal, int tries, PushResult pushResult) {
    boolean pushed = pushResult.commit().isPresent();
    CommitOutcome.Pushed push =
        new CommitOutcome.Pushed(
            pushResult.remote(), pushResult.branch(), pushed, tries, pushResult.local());
    return result(proposal, pushResult.commit(), Optional.of(push), pushResult.notices());
  }

  /** Returns the result; if a commit was made, any failure from here on reports it. */
  private <R> R result(
      Proposal<R> proposal,
      Optional<String> commit,
      Optional<CommitOutcome.Pushed> push,
      List<String> notices) {
    try {
      return proposal.result().apply(ending(commit, push).and(notices));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (commit.isPresent()) {
        throw AfterCommit.failed(commit.get(), e);
      }
      throw e;
    }
  }

  /** The files that the command may write. */
  private List<String> paths(BoardSource board) {
    List<String> paths = new ArrayList<>(board.paths());
    paths.addAll(otherPaths);
    return paths;
  }

  private AuthorOverride author() {
    return new AuthorOverride(how.author(), authorTime, how.sign());
  }

  private Optional<IdempotentReplay> replay(CommitTree tip, String dir) {
    if (how.key().isEmpty()) {
      return Optional.empty();
    }
    Optional<CommitTree> other = remote.flatMap(Remote::mergedPrBranch);
    return keys.find(tip, dir, workspace.settings(tip))
        .or(() -> other.flatMap(old -> keys.find(old, dir, workspace.settings(old))))
        .map(replay -> replay.and(recovered));
  }

  private CommitOutcome ending(Optional<String> commit, Optional<CommitOutcome.Pushed> push) {
    return new CommitOutcome(commit, push, workspace.notices(), false)
        .and(keys.notices())
        .and(recovered);
  }
}
