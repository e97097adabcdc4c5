package dev.replenish.git;

import dev.replenish.board.ProblemException;
import dev.replenish.board.Uncommitted;
import dev.replenish.git.index.IndexFile;
import dev.replenish.git.objects.BlobId;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.EarlierVersions;
import dev.replenish.git.setup.GitProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** Whether files in the index and in the work tree match a tip, and what to do if they don't. */
final class CleanCheck {
  private final WorkTree workTree;
  private final WorkFiles files;
  private final IndexFile index;
  private final CommitTree tip;

  CleanCheck(WorkTree workTree, WorkFiles files, IndexFile index, CommitTree tip) {
    this.workTree = workTree;
    this.files = files;
    this.index = index;
    this.tip = tip;
  }

  /** Refuses if a file differs from the tip; the message names every such file. */
  void require(Collection<String> paths) {
    Map<String, Difference> differences = differences(paths);
    if (!differences.isEmpty()) {
      throw refusal(differences);
    }
  }

  /**
   * The files that differ from the tip, if a commit of the work files would resolve that.
   *
   * @throws ProblemException if a commit would not resolve it
   */
  Optional<Uncommitted> uncommitted(Collection<String> paths) {
    Map<String, Difference> differences = differences(paths);
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    boolean fixedByCommit = differences.values().stream().allMatch(Difference::fixedByCommit);
    if (!fixedByCommit || differences.keySet().stream().anyMatch(this::isOld)) {
      throw refusal(differences);
    }
    return Optional.of(workTree.uncommitted(tip, differences.keySet(), index));
  }

  /** How a file differs from the tip's version. */
  private enum Difference {
    CONFLICTS("has conflicts"),
    INTENDED("is marked by git add --intent-to-add"),
    STAGED_DELETION("is staged for deletion"),
    STAGED("has staged changes"),
    DELETED("is deleted in the work tree"),
    CHANGED("has changes that are not committed"),
    MODE("has a changed file mode"),
    NEW_STAGED("is staged, but not committed"),
    NEW("is in the work tree, but not in Git"),
    IGNORED("is in the work tree, but ignored by Git");

    private final String description;

    Difference(String description) {
      this.description = description;
    }

    /** Whether a commit of the work file resolves the difference. */
    boolean fixedByCommit() {
      return switch (this) {
        case STAGED, CHANGED, MODE, NEW_STAGED, NEW, IGNORED -> true;
        default -> false;
      };
    }
  }

  private Map<String, Difference> differences(Collection<String> paths) {
    Map<String, Difference> differences = new LinkedHashMap<>();
    for (String path : paths) {
      Difference difference = difference(path);
      if (difference != null) {
        differences.put(path, difference);
      }
    }
    return differences;
  }

  private @Nullable Difference difference(String path) {
    CommitTree.Entry committed = tip.entry(path);
    List<IndexFile.Entry> staged = index.entries(path);
    LineEndings endings = workTree.endings(index, tip, path);
    for (IndexFile.Entry entry : staged) {
      if (entry.stage() > 0) {
        return Difference.CONFLICTS;
      }
      if (entry.intentToAdd()) {
        return Difference.INTENDED;
      }
    }
    if (committed == null) {
      return unexpected(staged, path);
    }
    if (staged.isEmpty()) {
      return Difference.STAGED_DELETION;
    }
    IndexFile.Entry entry = staged.get(0);
    if (!entry.id().equals(committed.id()) || entry.mode() != committed.mode().getBits()) {
      return Difference.STAGED;
    }
    if (!files.isRegularFile(path)) {
      return entry.skipWorktree() ? null : Difference.DELETED;
    }
    if (!workTree.isContent(tip, path, committed, endings)) {
      return Difference.CHANGED;
    }
    return workTree.hasMode(path, committed.mode()) ? null : Difference.MODE;
  }

  private @Nullable Difference unexpected(List<IndexFile.Entry> staged, String path) {
    if (!staged.isEmpty() || index.hasFolder(path)) {
      return Difference.NEW_STAGED;
    }
    if (!workTree.exists(path)) {
      return null;
    }
    return tip.isIgnored(path) ? Difference.IGNORED : Difference.NEW;
  }

  /** Never advises to commit an older commit's content: that would revert later changes. */
  private ProblemException refusal(Map<String, Difference> differences) {
    Set<String> dirty = differences.keySet();
    List<String> descriptions = new ArrayList<>();
    differences.forEach(
        (path, difference) -> descriptions.add(path + " " + difference.description));
    if (differences.containsValue(Difference.CONFLICTS)) {
      // `git stash` fails while there are conflicts.
      return GitProblems.state(
          String.join("; ", descriptions),
          "Resolve them, `git add` the files and commit; or take the merge back with `git reset"
              + " --merge`.");
    }
    String quoted = "'" + String.join("' '", dirty) + "'";
    String stash = "set it aside with `git stash push --include-untracked -- " + quoted + "`";
    if (differences.values().stream().allMatch(Difference.DELETED::equals)) {
      String files = workTree.uncommitted(tip, dirty, index).words();
      return GitProblems.state(
          String.join("; ", descriptions), "Restore it with `git restore " + files + "`.");
    }
    List<String> staged = new ArrayList<>();
    boolean edited = false;
    String older = "";
    for (String path : dirty) {
      String oldIndex = stagedFrom(path);
      String oldFile = fileFrom(path);
      if (oldIndex != null) {
        staged.add(path);
        older = oldIndex;
      } else if (oldFile != null && older.isEmpty()) {
        older = oldFile;
      }
      edited |= oldFile == null;
    }
    if (older.isEmpty() || (edited && staged.isEmpty())) {
      boolean fixedByCommit = differences.values().stream().allMatch(Difference::fixedByCommit);
      String commit =
          fixedByCommit ? " with `" + workTree.uncommitted(tip, dirty, index).command() + "`" : "";
      return GitProblems.state(
          String.join("; ", descriptions), "Commit that" + commit + ", or " + stash + ".");
    }
    String old = " (as in " + older + ": committing it would revert later changes)";
    String restore =
        edited
            ? "git restore --staged -- '" + String.join("' '", staged) + "'"
            : "git restore --staged --worktree -- " + quoted;
    return GitProblems.state(
        String.join("; ", descriptions) + old,
        "Go back to the last commit's content with `" + restore + "`, or " + stash + ".");
  }

  /**
   * Whether an older commit has the file's content, so that committing it would revert later
   * changes.
   */
  private boolean isOld(String path) {
    String file = fileFrom(path);
    return stagedFrom(path) != null || (file != null && !file.isEmpty());
  }

  /** The older commit whose content is staged; null if it is the tip's content or in no commit. */
  private @Nullable String stagedFrom(String path) {
    List<IndexFile.Entry> staged = index.entries(path);
    ObjectId id = staged.isEmpty() ? null : staged.get(0).id();
    CommitTree.Entry committed = tip.entry(path);
    boolean same = id == null ? committed == null : committed != null && id.equals(committed.id());
    return same || staged.size() > 1 ? null : EarlierVersions.find(tip, path, id);
  }

  /** The older commit whose content the work file has; "" for the tip's content, null for none. */
  private @Nullable String fileFrom(String path) {
    CommitTree.Entry committed = tip.entry(path);
    byte[] bytes = files.bytes(path);
    if (bytes == null || committed == null) {
      return committed == null ? null : EarlierVersions.find(tip, path, null);
    }
    LineEndings endings = workTree.endings(index, tip, path);
    if (workTree.isContent(tip, path, committed, endings)) {
      return "";
    }
    byte[] content = tip.bytes(path, committed.id());
    byte[] stored = endings.convert() ? endings.toRepository(bytes, content) : bytes;
    return EarlierVersions.find(tip, path, BlobId.of(stored));
  }
}
