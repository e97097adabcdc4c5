package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Counts the tasks at every commit of a repository. */
final class TaskCensus implements AutoCloseable {
  private static final List<String> BOARD = List.of("BACKLOG.md", "TODO.md", "ARCHIVE.md");

  private final Repository git;
  private final Map<ObjectId, List<String>> tasksByBlob = new HashMap<>();

  TaskCensus(GitSandbox box) throws IOException {
    git = new FileRepositoryBuilder().setGitDir(box.root().resolve(".git").toFile()).build();
  }

  @Override
  public void close() {
    git.close();
  }

  /**
   * Describes each commit of all branches that loses tasks, and each commit of Replenish that
   * otherwise changes the set of tasks.
   *
   * @param ownCommits the commits that Replenish made
   */
  List<String> violations(Set<String> ownCommits) throws IOException {
    List<String> violations = new ArrayList<>();
    try (RevWalk walk = new RevWalk(git)) {
      for (var ref : git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
        walk.markStart(walk.parseCommit(ref.getObjectId()));
      }
      for (RevCommit commit : walk) {
        check(violations, walk, commit, ownCommits.contains(commit.name()));
      }
    }
    return violations;
  }

  private void check(List<String> violations, RevWalk walk, RevCommit commit, boolean isOwn)
      throws IOException {
    List<String> now = tasks(commit);
    String message = commit.getFullMessage();
    Set<String> before = new LinkedHashSet<>();
    for (RevCommit parent : commit.getParents()) {
      before.addAll(tasks(walk.parseCommit(parent)));
    }
    Set<String> lost = new LinkedHashSet<>(before);
    lost.removeAll(now);
    if (!lost.isEmpty() && !message.contains("\nReplenish-Undo: ")) {
      violations.add(commit.name() + " loses " + lost + ": " + commit.getShortMessage());
    }
    if (isOwn
        && !message.contains("\nReplenish-Added: ")
        && !message.contains("\nReplenish-Undo: ")) {
      List<String> expected = new ArrayList<>(tasks(walk.parseCommit(commit.getParent(0))));
      Collections.sort(expected);
      List<String> found = new ArrayList<>(now);
      Collections.sort(found);
      if (!expected.equals(found)) {
        violations.add(commit.name() + " has " + found + ", its parent " + expected);
      }
    }
  }

  private List<String> tasks(RevCommit commit) throws IOException {
    List<String> tasks = new ArrayList<>();
    for (String path : BOARD) {
      try (TreeWalk at = TreeWalk.forPath(git, path, commit.getTree())) {
        if (at != null) {
          tasks.addAll(tasks(at.getObjectId(0)));
        }
      }
    }
    return tasks;
  }

  private List<String> tasks(ObjectId blob) throws IOException {
    List<String> known = tasksByBlob.get(blob);
    if (known == null) {
      known = FaultState.tasks(new String(git.open(blob).getBytes(), UTF_8));
      tasksByBlob.put(blob, known);
    }
    return known;
  }
}
