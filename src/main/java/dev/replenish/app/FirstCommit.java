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

/** Says what to do on a branch that has no commit yet. */
final class FirstCommit {
  private FirstCommit() {}

  /**
   * What to throw in place of {@code problem}: where the branch has no commit yet, what is missing
   * before that, or the command that makes it.
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
        add(path, files.get(), paths);
      }
      add(InitBoard.guide(dir), files.get(), paths);
      add(InitBoard.template(dir), files.get(), paths);
    }
    add(Session.SETTINGS_FILE, files.get(), paths);
    String command = Uncommitted.begin(paths, workspace.repo().prefix());
    String next = "Make the first one: " + command;
    return new ProblemException(ErrorCode.REPOSITORY_STATE, problem.problem().message(), next);
  }

  private static void add(String path, WorkFiles files, List<String> paths) {
    if (files.read(path).isPresent()) {
      paths.add(path);
    }
  }
}
