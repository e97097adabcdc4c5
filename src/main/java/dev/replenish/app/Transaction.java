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
 * From the tip of the branch to a commit: the one way in which commands write. The command plans
 * again from the start whenever someone else was faster.
 */
public final class Transaction {
  private static final int TRIES = 10;
  private static final int LONGEST_PAUSE_MILLIS = 50;

  private final Session workspace;
  private final CommitRequest how;
  private final ZonedDateTime when;
  private final IdempotencyKeys keys;
  private final Optional<Remote> remote;
  private final PushRetries retries;
  private List<String> recovered = List.of();
  private final List<String> others = new ArrayList<>();
  private boolean previewsEdits;

  /** What is to be done on one board, and what it came to where that was done before. */
  private record Call<R>(
      String dir, Function<BoardSnapshot, Proposal<R>> work, Function<IdempotentReplay, R> again) {}

  public Transaction(Session workspace, CommitRequest how) {
    this(workspace, how, new PushRetries(20, 60, 2000));
  }

  Transaction(Session workspace, CommitRequest how, PushRetries retries) {
    this.retries = retries;
    this.workspace = workspace;
    this.how = how;
    this.when = workspace.authorTime(how.date());
    this.keys = new IdempotencyKeys(workspace.repo(), how.key());
    this.remote = how.push().map(this::remote);
  }

  /** Names a file beside those of the board that the command may write. */
  void alsoWrites(String path) {
    others.add(path);
  }

  /** Shows in a dry run what edits come to that are not committed yet. */
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
   * What {@code work} comes to on the board in {@code dir}; a dry run ends before the commit.
   *
   * @param again what it came to, where the call was made before under its key
   */
  public <R> R on(
      String dir, Function<BoardSnapshot, Proposal<R>> work, Function<IdempotentReplay, R> again) {
    if (how.dryRun()) {
      return preview(dir, work, again);
    }
    if (how.key().isPresent() || remote.isPresent()) {
      // begin() recovers as well, but a call that is repeated, or pushes, may end without it
      recovered = workspace.repo().recover(workspace.context().ref());
    }
    Call<R> call = new Call<>(dir, work, again);
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

  /** What {@code work} would come to, as far as that can be known without writing. */
  public <R> R preview(
      String dir, Function<BoardSnapshot, Proposal<R>> work, Function<IdempotentReplay, R> again) {
    Repo repo = workspace.repo();
    CommitTree tip = tip();
    Optional<IdempotentReplay> first = first(tip, dir);
    if (first.isPresent()) {
      return again.apply(first.get());
    }
    BoardSource source = BoardSource.at(workspace, tip, dir);
    Optional<Uncommitted> edits = Optional.empty();
    if (remote.isEmpty()) { // only a commit to the local branch needs the work tree to be clean
      List<String> paths = paths(source);
      edits = previewsEdits ? repo.uncommitted(tip, paths) : edits;
      if (edits.isEmpty()) {
        repo.requireReady(tip, paths);
      }
    }
    Tree files = edits.isPresent() ? repo.workFiles().orElseThrow() : tip;
    Proposal<R> proposal = work.apply(source.read(files, when.toLocalDate()));
    return proposal.result().apply(ending(Optional.empty(), Optional.empty()).of(edits));
  }

  /** What the command starts to look at: the branch's tip, here or over there. */
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

  /** One try; empty where the branch moved in the meantime and there are tries left. */
  private <R> Optional<R> commit(Call<R> call, boolean last) {
    Optional<String> ref = workspace.context().ref();
    Optional<IdempotentReplay> first =
        first(workspace.repo().tip(ref), call.dir); // as yet without the lock
    if (first.isPresent()) {
      return first.map(call.again);
    }
    try (CommitSession writing = workspace.repo().begin(ref)) {
      CommitTree tip = writing.tip();
      Optional<IdempotentReplay> meanwhile = first(tip, call.dir);
      if (meanwhile.isPresent()) {
        return meanwhile.map(call.again);
      }
      BoardSource source = BoardSource.at(workspace, tip, call.dir);
      // before the board: a backlog that is not committed yet is that, and not missing
      writing.requireClean(paths(source));
      BoardSnapshot base = source.read(tip, when.toLocalDate());
      Proposal<R> proposal = call.work.apply(base);
      if (proposal.changes().isEmpty()) {
        CommitOutcome plain = CommitOutcome.PLAIN.and(recovered).and(writing.notices());
        return Optional.of(proposal.result().apply(plain));
      }
      new StatedPolicies(base.board(), base.settings()).requireCommit();
      Committed committed;
      try {
        committed =
            writing.commit(
                Changes.toCommit(tip, proposal.changes()), proposal.message().get(), author());
      } catch (ProblemException refusal) {
        if (refusal.problem().code() != ErrorCode.CONFLICT || last) {
          throw refusal;
        }
        return Optional.empty();
      }
      List<String> notices = new ArrayList<>(writing.notices());
      notices.addAll(committed.notices());
      return Optional.of(result(proposal, Optional.of(committed.id()), Optional.empty(), notices));
    }
  }

  /** One try of a commit over there; empty where others have pushed meanwhile. */
  private <R> Optional<R> push(Call<R> call, Remote target, int number) {
    CommitTree tip = target.fetch();
    Optional<IdempotentReplay> first = first(tip, call.dir);
    if (first.isPresent()) {
      return first.map(call.again);
    }
    BoardSnapshot base = BoardSource.at(workspace, tip, call.dir).read(tip, when.toLocalDate());
    Proposal<R> proposal = call.work.apply(base);
    if (proposal.changes().isEmpty()) {
      return Optional.of(pushed(proposal, number, target.leave(tip)));
    }
    new StatedPolicies(base.board(), base.settings()).requireCommit();
    return target
        .commit(tip, Changes.toCommit(tip, proposal.changes()), proposal.message().get(), author())
        .map(landed -> pushed(proposal, number, landed));
  }

  private <R> R pushed(Proposal<R> proposal, int tries, PushResult landed) {
    boolean pushed = landed.commit().isPresent();
    CommitOutcome.Pushed push =
        new CommitOutcome.Pushed(landed.remote(), landed.branch(), pushed, tries, landed.local());
    return result(proposal, landed.commit(), Optional.of(push), landed.notices());
  }

  /** Where a commit was made, whatever fails from here on must say so. */
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
  private List<String> paths(BoardSource source) {
    List<String> paths = new ArrayList<>(source.paths());
    paths.addAll(others);
    return paths;
  }

  private AuthorOverride author() {
    return new AuthorOverride(how.author(), when, how.sign());
  }

  private Optional<IdempotentReplay> first(CommitTree tip, String dir) {
    if (how.key().isEmpty()) {
      return Optional.empty();
    }
    Optional<CommitTree> other = remote.flatMap(Remote::takenOver);
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
