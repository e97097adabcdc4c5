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
 * All commits that changed files with certain names, in any folder, parents before children. Each
 * is compared with all its parents. Valid until its {@code Repo} is closed; close it.
 */
public final class WholeHistory implements AutoCloseable {
  private final Repository git;
  private final RevWalk walk;
  private final FileSets sets;
  private final RevWalk lookup; // for look-ups while another thread reads steps ahead
  private final FileSets lookupSets;
  private final Set<ObjectId> shallow;
  private final IntConsumer progress;
  private Optional<Instant> since = Optional.empty();
  private int seen;
  private boolean cutOff;

  /**
   * A commit and the versions of the files before and after it.
   *
   * @param revision the commit
   * @param files the files of the commit
   * @param before the files of each parent, in the order of the parents
   */
  public record Step(CommitInfo revision, FileSet files, List<FileSet> before) {

    /** Copies the list. */
    public Step {
      before = List.copyOf(before);
    }
  }

  /**
   * A history without starting points; add them with {@link #from}.
   *
   * @param names the files' names, without folders
   * @param progress receives the number of commits visited so far, after each
   */
  public WholeHistory(Repository git, Collection<String> names, IntConsumer progress) {
    this.git = git;
    this.progress = progress;
    this.walk = new RevWalk(git);
    this.sets = new FileSets(walk.getObjectReader(), names);
    this.lookup = new RevWalk(git);
    this.lookupSets = new FileSets(lookup.getObjectReader(), names);
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

  /** Adds the commit with this id as a starting point. */
  public WholeHistory from(ObjectId id) {
    try {
      walk.markStart(walk.parseCommit(id));
      return this;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Adds every branch and tag as a starting point. */
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

  /** Skips the commit with this id and its ancestors. */
  public WholeHistory until(ObjectId id) {
    try {
      walk.markUninteresting(walk.parseCommit(id));
      return this;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Skips commits before {@code moment}. */
  public WholeHistory since(Instant moment) {
    since = Optional.of(moment);
    return this;
  }

  /** The next commit in which a file differs from one of its parents; empty at the end. */
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
      // JGit wraps read errors while it sorts a history.
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

  /** The step of the commit with this id, whether it is in the walk or not. */
  public Step step(String id) {
    try {
      return step(lookup.parseCommit(ObjectId.fromString(id)), lookup, lookupSets);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The files of the commit with this id. */
  public FileSet files(ObjectId id) {
    try {
      return files(lookup.parseCommit(id), lookup, lookupSets);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The files of each merge base of two commits. */
  public List<FileSet> bases(String one, String other) {
    try (RevWalk bases = new RevWalk(lookup.getObjectReader())) {
      bases.setRetainBody(false);
      bases.setRevFilter(RevFilter.MERGE_BASE);
      bases.markStart(bases.parseCommit(ObjectId.fromString(one)));
      bases.markStart(bases.parseCommit(ObjectId.fromString(other)));
      List<FileSet> found = new ArrayList<>();
      for (RevCommit base = bases.next(); base != null; base = bases.next()) {
        found.add(files(base, bases, lookupSets));
      }
      return found;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** How many commits have been visited. */
  public int seen() {
    return seen;
  }

  /** Whether the walk has reached the end of a shallow clone, so that older history is missing. */
  public boolean isCutOff() {
    return cutOff;
  }

  /**
   * The content of a blob from a {@link Step}.
   *
   * @param path its path, for the message
   * @throws ProblemException if the blob is missing, damaged or too big
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
