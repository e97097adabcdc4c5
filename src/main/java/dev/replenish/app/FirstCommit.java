package dev.replenish.app;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.Session;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Uncommitted;
import dev.replenish.git.WorkFiles;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains what to do on a branch that has no commit yet. */
final class FirstCommit {
  private FirstCommit() {}

  /**
   * Returns the problem to throw instead of {@code problem}. If the branch has no commit yet, it
   * names what is missing for the first commit, or the command that makes it.
   */
  static ProblemException explained(Session workspace, ProblemException problem) {
    boolean unborn =
        problem.problem().code() == ErrorCode.REPOSITORY_STATE
            && workspace.context().ref().isEmpty()
            && workspace.repo().newest(Optional.empty()).isEmpty();
    Optional<WorkFiles> files = workspace.repo().workFiles();
    if (!unborn || files.isEmpty()) {
      return problem;
    }
    Settings settings = workspace.settings(files.get());
    BoardReader reader = BoardReader.of(settings);
    List<String> paths = new ArrayList<>();
    for (String dir : workspace.boards(files.get(), settings)) {
      reader.read(files.get(), dir); // a backlog that is missing or unreadable comes first
      for (String path : reader.paths(dir)) {
        addIfPresent(path, files.get(), paths);
      }
      addIfPresent(InitBoard.guide(dir), files.get(), paths);
      addIfPresent(InitBoard.template(dir), files.get(), paths);
    }
    addIfPresent(Session.SETTINGS_FILE, files.get(), paths);
    String command = Uncommitted.beginCommand(paths, workspace.repo().prefix());
    String next = "Make the first one: " + command;
    return new ProblemException(ErrorCode.REPOSITORY_STATE, problem.problem().message(), next);
  }

  private static void addIfPresent(String path, WorkFiles files, List<String> paths) {
    if (files.read(path).isPresent()) {
      paths.add(path);
    }
  }
}
