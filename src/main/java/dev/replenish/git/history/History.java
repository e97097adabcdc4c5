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
 * The commits that changed some files, newest first, one at a time. Every way that led to the tip
 * is followed, also those whose changes a merge has thrown away: JGit's own filter leaves them out,
 * but that is where tasks get lost. Belongs to its {@code Repo}; close it.
 */
public final class History implements AutoCloseable {
  /** How many commits older than asked for are looked at, for clocks that went wrong. */
  private static final int SLOP = 100;

  /** In what order the commits come. */
  public enum Order {
    /** By commit time, from the first moment on. */
    BY_TIME,
    /** No commit before one that is made on it, whatever the clocks said; reads all first. */
    CHILDREN_FIRST
  }

  /**
   * A commit and what it made of the files.
   *
   * @param revision the commit
   * @param blobs the id of each file's blob, in the order of the paths; "" where there is no file
   * @param before the same of each parent, in the order of the parents
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
  private int most = Integer.MAX_VALUE;

  public History(
      Repository git, ObjectId tip, List<String> paths, Order order, IntConsumer progress) {
    this.progress = progress;
    this.walk = new RevWalk(git);
    this.blobs = git.newObjectReader(); // steps may be read ahead in another thread
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

  /** The blob of each file at the tip, in the order of the paths; "" where there is no file. */
  public List<String> tip() {
    try {
      return names(files(tip));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Leaves out what was committed before {@code since}; what comes after is not looked at. */
  public History since(Instant since) {
    this.since = since;
    return this;
  }

  /** Looks at no more commits than {@code most}. */
  public History atMost(int most) {
    this.most = most;
    return this;
  }

  /** The next commit in which a file differs from that of some parent; empty at the end. */
  public Optional<Step> next() {
    try {
      while (seen < most && tooOld <= SLOP) {
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

  /** What {@code meant} makes of the next step of which it makes anything. */
  public <T> Optional<T> first(Function<Step, Optional<T>> meant) {
    for (Optional<Step> step = next(); step.isPresent(); step = next()) {
      Optional<T> found = meant.apply(step.get());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a shallow clone's end has been reached: there is more history elsewhere. */
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
   * The content of a blob out of a {@link Step}.
   *
   * @param path what it is called, for the message
   * @throws ProblemException where it is missing or too big
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
