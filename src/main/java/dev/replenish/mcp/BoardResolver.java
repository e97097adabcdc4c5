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
  /** Variables that tie Git to one repository; with them no call could reach another work tree. */
  private static final List<String> REPOSITORY_VARIABLES =
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
   * The context in which a call is carried out.
   *
   * @param server the context in which the server was started
   * @throws ProblemException if there is no such folder, or more than one root to choose from
   */
  static CallContext of(CallContext server, ClientRoots roots, Arguments arguments) {
    Path dir =
        arguments
            .text("cwd")
            .map(cwd -> folder(server.dir(), cwd))
            .orElseGet(() -> onlyRoot(roots.folders(), server.dir()));
    Map<String, String> env = new TreeMap<>(server.env());
    REPOSITORY_VARIABLES.forEach(env::remove);
    Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
    flags.putAll(server.flags());
    arguments
        .text("board")
        .ifPresent(board -> flags.put(SettingKey.BOARD, board.replace(",", "\\,")));
    return new CallContext(dir, env, server.ref(), flags);
  }

  /**
   * Checks that a call is about one board.
   *
   * @throws ProblemException if there are several boards
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
      // reported like a folder that does not exist
    }
    throw Arguments.wrong(
        "there is no folder '" + Arguments.printable(cwd) + "'",
        "Give cwd the absolute path of the work tree.");
  }

  /** The client's only root; {@code server} if it has none. */
  private static Path onlyRoot(List<Path> roots, Path server) {
    if (roots.size() > 1) {
      throw Arguments.wrong(
          "the client has " + roots.size() + " roots, and a call is about one",
          "Give cwd: " + shown(roots.stream().map(Path::toString).toList()) + ".");
    }
    return roots.isEmpty() ? server : roots.get(0);
  }

  /** The words as a list, of which a message shows at most {@link #MOST_SHOWN}. */
  static String shown(List<String> words) {
    String list = String.join(", ", Text.first(MOST_SHOWN, words));
    return words.size() > MOST_SHOWN ? list + ", ..." : list;
  }
}
