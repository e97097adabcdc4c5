package dev.replenish.git.history;

import dev.replenish.board.ProblemException;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * All commits that changed files of some names, in whatever folder, parents before children. Each
 * is compared with all of its parents. Belongs to its {@code Repo}; close it.
 */
public final class WholeHistory implements AutoCloseable {
  private final Repository git;
  private final RevWalk walk;
  private final FileSets sets;
  private final RevWalk lookup; // for what is asked while steps are read ahead in another thread
  private final FileSets lookedUp;
  private final Set<ObjectId> shallow;
  private final IntConsumer progress;
  private Optional<Instant> since = Optional.empty();
  private int seen;
  private boolean cutOff;

  /**
   * A commit and what it made of the files.
   *
   * @param revision the commit
   * @param files the files as it has them
   * @param before the same of each parent, in the order of the parents
   */
  public record Step(CommitInfo revision, FileSet files, List<FileSet> before) {

    /** Copies the list. */
    public Step {
      before = List.copyOf(before);
    }
  }

  /**
   * The history of some commits; name them by {@link #from}.
   *
   * @param names the files' names, without folders
   * @param progress is told how many commits have been looked at, after each
   */
  public WholeHistory(Repository git, Collection<String> names, IntConsumer progress) {
    this.git = git;
    this.progress = progress;
    this.walk = new RevWalk(git);
    this.sets = new FileSets(walk.getObjectReader(), names);
    this.lookup = new RevWalk(git);
    this.lookedUp = new FileSets(lookup.getObjectReader(), names);
    try {
      this.shallow = git.getObjectDatabase().getShallowCommits();
    } catch (IOException e) {
      close();
      throw unreadable(e);
    }
    walk.setRevFilter(new RetainedBodies());
    walk.setRewriteParents(false);
    walk.sort(RevSort.TOPO);
    walk.sort(RevSort.REVERSE, true);
  }

  /** Begins with the commit called {@code id}. */
  public WholeHistory from(ObjectId id) {
    try {
      walk.markStart(walk.parseCommit(id));
      return this;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Begins with every branch and tag as well. */
  public WholeHistory fromAllRefs() {
    try {
      for (Ref ref : git.getRefDatabase().getRefs()) {
        RevObject tip = ref.getObjectId() == null ? null : walk.parseAny(ref.getObjectId());
        RevObject peeled = tip == null ? null : walk.peel(tip);
        if (peeled instanceof RevCommit commit) {
          walk.markStart(commit);
        }
      }
      return this;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Leaves out the commit called {@code id} and all that led to it. */
  public WholeHistory until(ObjectId id) {
    try {
      walk.markUninteresting(walk.parseCommit(id));
      return this;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Leaves out what was committed before {@code moment}. */
  public WholeHistory since(Instant moment) {
    since = Optional.of(moment);
    return this;
  }

  /** The next commit in which a file differs from that of some parent; empty at the end. */
  public Optional<Step> next() {
    try {
      for (RevCommit c = walk.next(); c != null; c = walk.next()) {
        boolean old =
            since.isPresent() && Instant.ofEpochSecond(c.getCommitTime()).isBefore(since.get());
        if (!old) {
          progress.accept(++seen);
          cutOff |= shallow.contains(c);
          FileSet files = sets.in(c.getTree());
          if (isChange(c, files)) {
            return Optional.of(step(c, walk, sets));
          }
        }
        c.disposeBody();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e.getCause() instanceof IOException cause ? cause : e);
    } catch (RuntimeException e) {
      // JGit wraps what it can't read while it sorts a history.
      boolean wraps = !(e instanceof ProblemException);
      throw wraps && e.getCause() instanceof IOException cause ? unreadable(cause) : e;
    }
  }

  private boolean isChange(RevCommit commit, FileSet files) throws IOException {
    if (commit.getParentCount() == 0) {
      return !files.isEmpty();
    }
    for (RevCommit parent : commit.getParents()) {
      if (files(parent, walk, sets) != files) {
        return true;
      }
    }
    return false;
  }

  private static FileSet files(RevCommit commit, RevWalk walk, FileSets sets) throws IOException {
    walk.parseHeaders(commit);
    return sets.in(commit.getTree());
  }

  private Step step(RevCommit commit, RevWalk walk, FileSets sets) throws IOException {
    walk.parseBody(commit);
    FileSet files = files(commit, walk, sets);
    List<FileSet> before = new ArrayList<>();
    for (RevCommit parent : commit.getParents()) {
      before.add(files(parent, walk, sets));
    }
    CommitInfo revision = CommitLookup.of(commit, shallow.contains(commit));
    commit.disposeBody();
    return new Step(revision, files, before);
  }

  /** What the commit called {@code id} made of the files, be it in the walk or not. */
  public Step step(String id) {
    try {
      return step(lookup.parseCommit(ObjectId.fromString(id)), lookup, lookedUp);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The files as the commit called {@code id} has them. */
  public FileSet files(ObjectId id) {
    try {
      return files(lookup.parseCommit(id), lookup, lookedUp);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The files as the merge bases of two commits have them. */
  public List<FileSet> bases(String one, String other) {
    try (RevWalk bases = new RevWalk(lookup.getObjectReader())) {
      bases.setRetainBody(false);
      bases.setRevFilter(RevFilter.MERGE_BASE);
      bases.markStart(bases.parseCommit(ObjectId.fromString(one)));
      bases.markStart(bases.parseCommit(ObjectId.fromString(other)));
      List<FileSet> found = new ArrayList<>();
      for (RevCommit base = bases.next(); base != null; base = bases.next()) {
        found.add(files(base, bases, lookedUp));
      }
      return found;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** How many commits have been looked at. */
  public int seen() {
    return seen;
  }

  /** Whether a shallow clone's end has been reached: there is more history elsewhere. */
  public boolean isCutOff() {
    return cutOff;
  }

  /**
   * The content of a blob out of a {@link Step}.
   *
   * @param path what it is called, for the message
   * @throws ProblemException where it is missing, damaged or too big
   */
  public byte[] bytes(String path, String blob) {
    try {
      return CommitTree.bytes(lookup.getObjectReader(), path, ObjectId.fromString(blob));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static ProblemException unreadable(IOException e) {
    if (e instanceof MissingObjectException missing) {
      return GitProblems.state(
          "the repository lacks the object "
              + missing.getObjectId().name()
              + ", so that its history can't be read as a whole: it is a partial clone, or damaged",
          "In a partial clone `git fetch --refetch --no-filter` fetches all of it at once; else see"
              + " `git fsck`.");
    }
    return e instanceof CorruptObjectException
        ? GitProblems.state(
            "an object of the history is damaged: " + GitProblems.reason(e),
            "See `git fsck`, and fetch it again from another copy of the repository.")
        : GitProblems.io("can't read the history", e);
  }

  @Override
  public void close() {
    lookup.close();
    walk.close();
  }
}
