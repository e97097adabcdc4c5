package dev.replenish.git.history;

import dev.replenish.board.ProblemException;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commits that changed some files, newest first, one at a time. Follows all parents of merges,
 * even if the merge discarded their changes: JGit's own filter skips such parents, but that is
 * where tasks get lost. Valid until its {@code Repo} is closed; close it.
 */
public final class History implements AutoCloseable {
  /**
   * How many consecutive commits before {@code since} are visited before stopping, because clocks
   * may have been wrong.
   */
  private static final int MAX_OLD_COMMITS = 100;

  /** The order of the commits. */
  public enum Order {
    /** By commit time; returns the first commit at once. */
    BY_TIME,
    /** Children before their parents, whatever their times; reads the whole history first. */
    CHILDREN_FIRST
  }

  /**
   * A commit and the versions of the files before and after it.
   *
   * @param revision the commit
   * @param blobs the blob id of each file, in the order of the paths; "" for a missing file
   * @param before the same for each parent, in the order of the parents
   */
  public record Step(CommitInfo revision, List<String> blobs, List<List<String>> before) {

    /** Copies the lists. */
    public Step {
      blobs = List.copyOf(blobs);
      before = List.copyOf(before);
    }
  }

  private final RevWalk walk;
  private final ObjectReader blobs;
  private final RevCommit tip;
  private final FileVersions versions;
  private final Set<ObjectId> shallow;
  private final IntConsumer progress;
  private int seen;
  private int tooOld;
  private boolean cutOff;
  private Instant since = Instant.MIN;
  private int limit = Integer.MAX_VALUE;

  public History(
      Repository git, ObjectId tip, List<String> paths, Order order, IntConsumer progress) {
    this.progress = progress;
    this.walk = new RevWalk(git);
    this.blobs = git.newObjectReader(); // another thread may be reading steps ahead
    try {
      this.shallow = git.getObjectDatabase().getShallowCommits();
      this.versions = new FileVersions(walk.getObjectReader(), paths);
      walk.setRevFilter(new RetainedBodies());
      walk.setRewriteParents(false);
      walk.sort(RevSort.COMMIT_TIME_DESC);
      walk.sort(RevSort.TOPO, order == Order.CHILDREN_FIRST);
      this.tip = walk.parseCommit(tip);
      walk.markStart(this.tip);
    } catch (IOException e) {
      close();
      throw unreadable(e);
    }
  }

  /** The blob id of each file at the tip, in the order of the paths; "" for a missing file. */
  public List<String> tip() {
    try {
      return names(files(tip));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Skips commits before {@code since}, and stops after many of them in a row. */
  public History since(Instant since) {
    this.since = since;
    return this;
  }

  /** Visits at most {@code limit} commits. */
  public History atMost(int limit) {
    this.limit = limit;
    return this;
  }

  /** The next commit in which a file differs from one of its parents; empty at the end. */
  public Optional<Step> next() {
    try {
      while (seen < limit && tooOld <= MAX_OLD_COMMITS) {
        RevCommit c = walk.next();
        if (c == null) {
          break;
        }
        progress.accept(++seen);
        boolean old = Instant.ofEpochSecond(c.getCommitTime()).isBefore(since);
        tooOld = old ? tooOld + 1 : 0;
        cutOff |= !old && shallow.contains(c);
        if (!old && isChange(c)) {
          return Optional.of(step(c));
        }
        c.disposeBody();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The first result of {@code mapper} that is not empty, over the following steps. */
  public <T> Optional<T> first(Function<Step, Optional<T>> mapper) {
    for (Optional<Step> step = next(); step.isPresent(); step = next()) {
      Optional<T> found = mapper.apply(step.get());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether the walk has reached the end of a shallow clone, so that older history is missing. */
  public boolean isCutOff() {
    return cutOff;
  }

  private boolean isChange(RevCommit commit) throws IOException {
    ObjectId[] now = files(commit);
    if (commit.getParentCount() == 0) {
      return Arrays.stream(now).anyMatch(id -> !id.equals(ObjectId.zeroId()));
    }
    for (RevCommit parent : commit.getParents()) {
      if (!Arrays.equals(now, files(parent))) {
        return true;
      }
    }
    return false;
  }

  private ObjectId[] files(RevCommit commit) throws IOException {
    walk.parseHeaders(commit);
    return versions.at(commit.getTree());
  }

  private Step step(RevCommit commit) throws IOException {
    walk.parseBody(commit);
    List<List<String>> before = new ArrayList<>();
    for (RevCommit parent : commit.getParents()) {
      before.add(names(files(parent)));
    }
    CommitInfo revision = CommitLookup.of(commit, shallow.contains(commit));
    commit.disposeBody();
    return new Step(revision, names(files(commit)), before);
  }

  private static List<String> names(ObjectId[] files) {
    List<String> names = new ArrayList<>();
    for (ObjectId id : files) {
      names.add(id.equals(ObjectId.zeroId()) ? "" : id.name());
    }
    return names;
  }

  /**
   * The content of a blob from a {@link Step}.
   *
   * @param path its path, for the message
   * @throws ProblemException if the blob is missing or too big
   */
  public byte[] bytes(String path, String blob) {
    ObjectId id = ObjectId.fromString(blob);
    try {
      return CommitTree.bytes(blobs, path, id);
    } catch (IOException e) {
      throw CommitTree.unreadable(path, id, e);
    }
  }

  private static ProblemException unreadable(IOException e) {
    return e instanceof MissingObjectException missing
        ? CommitTree.unreadable("the history", missing.getObjectId(), e)
        : GitProblems.io("can't read the history", e);
  }

  @Override
  public void close() {
    blobs.close();
    walk.close();
  }
}
