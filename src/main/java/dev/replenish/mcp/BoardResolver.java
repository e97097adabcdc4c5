package dev.replenish.mcp;

import dev.replenish.app.board.Boards;
import dev.replenish.app.board.CallContext;
import dev.replenish.report.Text;
import dev.replenish.settings.SettingKey;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the board that a call is about, anew for each call: the folder in {@code cwd}, else the
 * client's only root, else the folder that the server was started in (docs/reference/mcp.md).
 */
final class BoardResolver {
  /** What ties Git to one repository; with it no call could reach another work tree. */
  private static final List<String> TIES =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_COMMON_DIR",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_PREFIX",
          "GIT_NAMESPACE");

  private static final int MOST_SHOWN = 20;

  private BoardResolver() {}

  /**
   * Where a call is carried out.
   *
   * @param server what the server was started with
   * @throws ProblemException if there is no such folder, or more than one root to choose from
   */
  static CallContext of(CallContext server, ClientRoots roots, Arguments arguments) {
    Path dir =
        arguments
            .text("cwd")
            .map(cwd -> folder(server.dir(), cwd))
            .orElseGet(() -> only(roots.folders(), server.dir()));
    Map<String, String> env = new TreeMap<>(server.env());
    TIES.forEach(env::remove);
    Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
    flags.putAll(server.flags());
    arguments
        .text("board")
        .ifPresent(board -> flags.put(SettingKey.BOARD, board.replace(",", "\\,")));
    return new CallContext(dir, env, server.ref(), flags);
  }

  /**
   * Sees to it that a call is about one board.
   *
   * @throws ProblemException if there are more to choose from
   */
  static void requireOne(CallContext context) {
    List<String> boards = Boards.of(context);
    if (boards.size() > 1) {
      throw Arguments.wrong(
          "there are " + boards.size() + " boards, and a call is about one",
          "Give board: " + shown(boards) + ".");
    }
  }

  private static Path folder(Path base, String cwd) {
    try {
      Path dir = base.resolve(cwd).normalize();
      if (Files.isDirectory(dir)) {
        return dir;
      }
    } catch (InvalidPathException noPath) {
      // told like a folder that is not there
    }
    throw Arguments.wrong(
        "there is no folder '" + Arguments.shown(cwd) + "'",
        "Give cwd the absolute path of the work tree.");
  }

  /** The client's only root, where it has told one. */
  private static Path only(List<Path> roots, Path server) {
    if (roots.size() > 1) {
      throw Arguments.wrong(
          "the client has " + roots.size() + " roots, and a call is about one",
          "Give cwd: " + shown(roots.stream().map(Path::toString).toList()) + ".");
    }
    return roots.isEmpty() ? server : roots.get(0);
  }

  /** As many words as a sentence can hold. */
  static String shown(List<String> words) {
    String list = String.join(", ", Text.first(MOST_SHOWN, words));
    return words.size() > MOST_SHOWN ? list + ", ..." : list;
  }
}
