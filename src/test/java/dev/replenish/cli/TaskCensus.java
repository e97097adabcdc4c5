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
  private final Map<ObjectId, List<String>> read = new HashMap<>();

  TaskCensus(GitSandbox box) throws IOException {
    git = new FileRepositoryBuilder().setGitDir(box.root().resolve(".git").toFile()).build();
  }

  @Override
  public void close() {
    git.close();
  }

  /**
   * What is wrong in the commits behind all branches.
   *
   * @param ours commits as our commands have made them
   */
  List<String> complaints(Set<String> ours) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (RevWalk walk = new RevWalk(git)) {
      for (var ref : git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
        walk.markStart(walk.parseCommit(ref.getObjectId()));
      }
      for (RevCommit commit : walk) {
        check(wrong, walk, commit, ours.contains(commit.name()));
      }
    }
    return wrong;
  }

  private void check(List<String> wrong, RevWalk walk, RevCommit commit, boolean ours)
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
      wrong.add(commit.name() + " loses " + lost + ": " + commit.getShortMessage());
    }
    if (ours
        && !message.contains("\nReplenish-Added: ")
        && !message.contains("\nReplenish-Undo: ")) {
      List<String> wanted = new ArrayList<>(tasks(walk.parseCommit(commit.getParent(0))));
      Collections.sort(wanted);
      List<String> found = new ArrayList<>(now);
      Collections.sort(found);
      if (!wanted.equals(found)) {
        wrong.add(commit.name() + " has " + found + ", its parent " + wanted);
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
    List<String> known = read.get(blob);
    if (known == null) {
      known = FaultState.tasks(new String(git.open(blob).getBytes(), UTF_8));
      read.put(blob, known);
    }
    return known;
  }
}
