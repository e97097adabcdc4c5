package dev.replenish.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * A merge that is committed, or one that is still in progress.
 *
 * @param base the newest common ancestor of all sides; empty if there is none
 * @param sides the merged commits, ours first; none if the commit is no merge
 */
public record Merge(Optional<CommitTree> base, List<CommitTree> sides) {
  private static final Merge NONE = new Merge(Optional.empty(), List.of());

  /** Copies the list. */
  public Merge {
    sides = List.copyOf(sides);
  }

  /** The merge that made {@code commit}. */
  public static Merge of(Repo repo, CommitTree commit) {
    try (RevWalk walk = new RevWalk(repo.git())) {
      List<ObjectId> parents = new ArrayList<>();
      for (RevCommit parent : walk.parseCommit(commit.commitId()).getParents()) {
        parents.add(parent.toObjectId());
      }
      return parents.size() < 2 ? NONE : of(repo, parents);
    } catch (IOException e) {
      throw GitProblems.io("can't read the parents of " + commit.commit(), e);
    }
  }

  /** The merge in progress in this work tree; cherry-picks and rebases count as merges. */
  public static Optional<Merge> open(Repo repo) {
    Path gitDir = repo.layout().gitDir();
    Optional<CommitTree> head = repo.newest(Optional.empty());
    if (repo.workTree().isEmpty() || head.isEmpty()) {
      return Optional.empty();
    }
    List<ObjectId> merged = ids(gitDir.resolve("MERGE_HEAD"));
    if (!merged.isEmpty()) {
      merged.add(0, head.get().commitId());
      return Optional.of(of(repo, merged));
    }
    for (String file : List.of("CHERRY_PICK_HEAD", "REBASE_HEAD")) {
      List<ObjectId> picked = ids(gitDir.resolve(file));
      if (!picked.isEmpty()) {
        return Optional.of(picked(repo, head.get(), picked.get(0)));
      }
    }
    return Files.exists(gitDir.resolve("SQUASH_MSG")) && Stages.of(repo).isConflicted()
        ? Optional.of(NONE)
        : Optional.empty();
  }

  private static Merge picked(Repo repo, CommitTree head, ObjectId commit) {
    try (RevWalk walk = new RevWalk(repo.git())) {
      RevCommit parsed = walk.parseCommit(commit);
      Optional<CommitTree> base =
          parsed.getParentCount() == 0
              ? Optional.empty()
              : Optional.of(repo.tree(parsed.getParent(0).name()));
      return new Merge(base, List.of(head, repo.tree(commit.name())));
    } catch (IOException e) {
      throw GitProblems.io("can't read " + commit.name(), e);
    }
  }

  private static Merge of(Repo repo, List<ObjectId> commits) {
    List<CommitTree> sides = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repo.git())) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      for (ObjectId commit : commits) {
        walk.markStart(walk.parseCommit(commit));
        sides.add(repo.tree(commit.name()));
      }
      RevCommit base = walk.next();
      return new Merge(Optional.ofNullable(base).map(id -> repo.tree(id.name())), sides);
    } catch (IOException e) {
      throw GitProblems.io("can't find the merge base", e);
    }
  }

  private static List<ObjectId> ids(Path file) {
    List<ObjectId> ids = new ArrayList<>();
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.<String>of()) {
        if (ObjectId.isId(line.strip())) {
          ids.add(ObjectId.fromString(line.strip()));
        }
      }
    } catch (IOException e) {
      throw GitProblems.io("can't read " + file, e);
    }
    return ids;
  }
}
