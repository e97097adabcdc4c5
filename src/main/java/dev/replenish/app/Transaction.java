package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Refusal;
import dev.replenish.git.Author;
import dev.replenish.git.Committed;
import dev.replenish.git.Repo;
import dev.replenish.git.Tip;
import dev.replenish.git.Writing;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * From the tip of the branch to a commit: the one way in which commands write. The command plans
 * again from the start whenever somebody else was faster.
 */
final class Transaction {
  private static final int TRIES = 10;
  private static final int LONGEST_PAUSE_MILLIS = 50;

  private final Workspace workspace;
  private final Committing how;
  private final ZonedDateTime when;
  private final KeyFinder keys;

  Transaction(Workspace workspace, Committing how) {
    this.workspace = workspace;
    this.how = how;
    this.when = workspace.repo().authorTime(how.date());
    this.keys = new KeyFinder(workspace.repo(), how.key());
  }

  /**
   * What {@code work} comes to on the board in {@code dir}; a dry run ends before the commit.
   *
   * @param again what it came to, where the call was made before under its key
   */
  <R> R on(String dir, Function<Base, Proposal<R>> work, Function<Replay, R> again) {
    if (how.dryRun()) {
      return preview(dir, work, again);
    }
    for (int attempt = 1; ; attempt++) {
      Optional<R> result = attempt(dir, work, again, attempt == TRIES);
      if (result.isPresent()) {
        return result.get();
      }
      pause();
    }
  }

  /** What {@code work} would come to, as far as it can be told without writing. */
  <R> R preview(String dir, Function<Base, Proposal<R>> work, Function<Replay, R> again) {
    Repo repo = workspace.repo();
    Tip tip = repo.tip(workspace.context().ref());
    Optional<Replay> first = first(tip, dir);
    if (first.isPresent()) {
      return again.apply(first.get());
    }
    Base base = base(tip, dir, paths -> repo.requireReady(tip, paths));
    return work.apply(base).result(Optional.empty(), notices());
  }

  /** One try; empty where the branch moved in the meantime and there are tries left. */
  private <R> Optional<R> attempt(
      String dir, Function<Base, Proposal<R>> work, Function<Replay, R> again, boolean last) {
    Optional<String> ref = workspace.context().ref();
    Optional<Replay> first = first(workspace.repo().tip(ref), dir); // as yet without the lock
    if (first.isPresent()) {
      return first.map(again);
    }
    try (Writing writing = workspace.repo().begin(ref)) {
      Optional<Replay> meanwhile = first(writing.tip(), dir);
      if (meanwhile.isPresent()) {
        return meanwhile.map(again);
      }
      Proposal<R> proposal = work.apply(base(writing.tip(), dir, writing::requireClean));
      List<String> notices = new ArrayList<>(writing.notices());
      if (proposal.changes().isEmpty()) {
        return Optional.of(proposal.result(Optional.empty(), notices));
      }
      try {
        Author author = new Author(how.author(), when, how.sign());
        Committed committed =
            writing.commit(Changes.toCommit(proposal.changes()), proposal.message(), author);
        notices.addAll(notices());
        notices.addAll(committed.notices());
        return Optional.of(proposal.result(Optional.of(committed.id()), notices));
      } catch (Refusal refusal) {
        if (refusal.problem().code() != ErrorCode.CONFLICT || last) {
          throw refusal;
        }
        return Optional.empty();
      }
    }
  }

  /**
   * Looks at the repository before the documents: a backlog that is not committed yet is said to be
   * that, and not to be missing.
   */
  private Base base(Tip tip, String dir, Consumer<Collection<String>> requireReady) {
    Settings settings = workspace.settings(tip);
    BoardReader reader = new BoardReader(settings.files());
    requireReady.accept(reader.paths(dir));
    return new Base(tip, settings, reader, reader.read(tip, dir), when.toLocalDate());
  }

  private Optional<Replay> first(Tip tip, String dir) {
    return how.key().isEmpty() ? Optional.empty() : keys.find(tip, dir, workspace.settings(tip));
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>(workspace.notices());
    notices.addAll(keys.notices());
    return notices;
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
