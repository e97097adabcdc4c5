package dev.replenish.app.merge;

import dev.replenish.app.board.BoardFinder;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.DriverConfig;
import dev.replenish.git.WorkFiles;
import dev.replenish.git.objects.Blob;
import dev.replenish.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Installs the merge driver in a repository, and removes it. */
public final class DriverSetup {
  /** The file that assigns files of the repository to drivers. */
  public static final String ATTRIBUTES = ".gitattributes";

  /** The driver's name in Git's configuration. */
  public static final String NAME = "Replenish: tasks by their ids";

  /**
   * The command that Git runs in its shell. If Replenish is missing, fails or is killed, the file
   * is merged as text: Git alone would leave our version there without any marker.
   */
  public static final String COMMAND =
      "for r in replenish replenish.cmd; do"
          + " if command -v $r >/dev/null 2>&1; then"
          + " $r merge-driver -- %O %A %B %L %P; case $? in 0) exit 0;; 5) exit 1;; esac; break; fi;"
          + " done; git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B";

  private DriverSetup() {}

  /**
   * The result of an installation or a removal.
   *
   * @param installed whether the driver is installed now
   * @param configured whether the configuration has changed
   * @param attributes whether {@code .gitattributes} has changed
   * @param boards how many boards the lines are for
   * @param lines the lines of {@code .gitattributes} that the driver needs
   */
  public record Result(
      boolean installed, boolean configured, boolean attributes, int boards, List<String> lines) {

    /** Copies the collection. */
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Sets the driver in the repository's configuration.
   *
   * @param attributes whether to write the lines of {@code .gitattributes} too
   */
  public static Result install(CallContext context, boolean attributes) {
    try (Session workspace = new Session(context)) {
      Optional<WorkFiles> tree = workspace.repo().workFiles();
      List<List<String>> boards = tree.map(files -> lines(workspace, files)).orElse(List.of());
      List<String> lines = boards.stream().flatMap(List::stream).toList();
      boolean written =
          attributes && write(workspace, text -> AttributeLines.with(text, bytewise(lines)));
      boolean configured = new DriverConfig(workspace.repo().layout()).set(NAME, COMMAND);
      return new Result(true, configured, written, boards.size(), lines);
    }
  }

  /** Removes what {@link #install} has written, and nothing else. */
  public static Result uninstall(CallContext context) {
    try (Session workspace = new Session(context)) {
      boolean written =
          workspace.repo().workTree().isPresent() && write(workspace, AttributeLines::without);
      boolean configured = new DriverConfig(workspace.repo().layout()).remove();
      return new Result(false, configured, written, 0, List.of());
    }
  }

  /** The lines for each board that is named, or else for all boards. */
  private static List<List<String>> lines(Session workspace, WorkFiles tree) {
    Settings settings = workspace.settings(tree);
    BoardReader reader = BoardReader.of(settings);
    List<List<String>> lines = new ArrayList<>();
    for (String dir : boards(workspace, tree, settings)) {
      lines.add(reader.paths(dir).stream().map(AttributeLines::line).toList());
    }
    return lines;
  }

  private static List<String> boards(Session workspace, WorkFiles tree, Settings settings) {
    if (!settings.boards().isEmpty()) {
      return workspace.boards(tree, settings);
    }
    try {
      return new BoardFinder(tree, settings.files()).named(List.of("**"), "");
    } catch (ProblemException e) {
      return workspace.boards(tree, settings);
    }
  }

  /** The lines in the encoding in which the file is read: one character for each byte. */
  private static List<String> bytewise(List<String> lines) {
    return lines.stream()
        .map(line -> new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
        .toList();
  }

  private static boolean write(Session workspace, UnaryOperator<String> change) {
    Path root = workspace.repo().workTree().orElseThrow(DriverSetup::bare);
    Optional<Blob> file = workspace.repo().workFiles().orElseThrow().read(ATTRIBUTES);
    String before =
        file.map(blob -> new String(blob.bytes(), StandardCharsets.ISO_8859_1)).orElse("");
    String after = change.apply(before);
    if (after.equals(before)) {
      return false;
    }
    Path path = root.resolve(ATTRIBUTES);
    try {
      if (after.isEmpty()) {
        Files.delete(path);
      } else {
        Files.write(path, after.getBytes(StandardCharsets.ISO_8859_1));
      }
      return true;
    } catch (IOException e) {
      throw Problem.of(
              ErrorCode.IO,
              "can't write " + path + ": " + e.getMessage(),
              "Correct the permissions and run it again.")
          .refusal(e);
    }
  }

  private static ProblemException bare() {
    return new ProblemException(
        ErrorCode.REPOSITORY_STATE,
        "the repository has no work tree to write " + ATTRIBUTES + " into",
        "Omit --attributes, or run it in a clone.");
  }
}
