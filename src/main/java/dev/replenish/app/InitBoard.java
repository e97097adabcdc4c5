package dev.replenish.app;

import dev.replenish.app.board.BoardFinder;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.SettingsFile;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Uncommitted;
import dev.replenish.git.WorkFiles;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.promote.TodoTemplate;
import dev.replenish.rules.BatchFilter;
import dev.replenish.settings.Setting;
import dev.replenish.settings.SettingKey;
import dev.replenish.settings.Settings;
import dev.replenish.text.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the files of a new board into the work tree; never overwrites a file. */
public final class InitBoard {
  /** The path of the workflow. */
  public static final String WORKFLOW = ".github/workflows/replenish.yml";

  private static final String GUIDE = "TASKS.md";
  private static final String TEMPLATE = "TASK_TEMPLATE.md";

  private final Path root;
  private final WorkFiles tree;
  private final List<String> written = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();

  private InitBoard(Path root, WorkFiles tree) {
    this.root = root;
    this.tree = tree;
  }

  /**
   * Writes the missing files of a board and, if requested, its workflow.
   *
   * @throws dev.replenish.board.ProblemException if there is no work tree, if the folder lies
   *     outside of it, or if a link or a folder is where a file belongs
   */
  public static InitBoard.Result init(CallContext context, InitBoard.Request request) {
    if (context.ref().isPresent()) {
      throw branch();
    }
    try (Session workspace = new Session(context)) {
      Path root = workspace.repo().workTree().orElseThrow(InitBoard::bare);
      WorkFiles tree = workspace.repo().workFiles().orElseThrow();
      Settings settings = workspace.settings(tree);
      String dir = dir(workspace, tree, settings, request);
      InitBoard init = new InitBoard(root, tree);
      Map<String, String> files = files(dir, settings, request);
      if (tree.read(Session.SETTINGS_FILE).isEmpty() && !settings.isSet(SettingKey.TEMPLATE)) {
        String template = template(dir);
        files.put(template, text(TEMPLATE).replace("%GUIDE%", guide(dir)));
        files.put(
            Session.SETTINGS_FILE,
            "[replenish]\n\ttemplate = " + SettingsFile.quoted(template) + "\n");
      }
      init.write(files);
      String folder = workspace.repo().prefix();
      return new InitBoard.Result(dir, init.written, init.kept, init.isServed(dir), folder);
    }
  }

  private boolean isServed(String dir) {
    return !kept.contains(WORKFLOW)
        || tree.read(WORKFLOW)
            .map(
                blob -> WorkflowBoards.cover(new String(blob.bytes(), StandardCharsets.UTF_8), dir))
            .orElse(true);
  }

  private static ProblemException bare() {
    return new ProblemException(
        ErrorCode.REPOSITORY_STATE,
        "the repository has no work tree to write into",
        "Clone it, run 'replenish init' in the clone, commit and push.");
  }

  private static ProblemException branch() {
    return new ProblemException(
        ErrorCode.USAGE,
        "init writes into the work tree, not onto a branch",
        "Check the branch out, and omit --ref.");
  }

  /** The folder that the request names, else the one in the settings, else the current folder. */
  private static String dir(
      Session workspace, WorkFiles tree, Settings settings, InitBoard.Request request) {
    String prefix = workspace.repo().prefix();
    List<String> named = request.board().map(List::of).orElseGet(settings::boards);
    if (named.isEmpty()) {
      return prefix.isEmpty() ? "." : prefix;
    }
    boolean relative =
        request.board().isPresent() || settings.get(SettingKey.BOARD).place() == Setting.Place.FLAG;
    List<String> dirs =
        new BoardFinder(tree, settings.files())
            .named(relative ? workspace.relative(named) : named, relative ? prefix : "");
    if (dirs.size() != 1) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "init creates one board, but the folders named are " + dirs.size(),
          "Name one folder with --board.");
    }
    return dirs.get(0);
  }

  private static Map<String, String> files(
      String dir, Settings settings, InitBoard.Request request) {
    FileNames names = settings.files();
    int size = settings.policy(BatchFilter.NONE).batchSize();
    Map<String, String> files = new LinkedHashMap<>();
    files.put(FileNames.on(dir, names.backlog()), filled("BACKLOG.md", dir, names, size));
    files.put(
        FileNames.on(dir, names.todo()),
        TodoTemplate.text(TodoTemplate.NO_TYPE, size, names, "\n"));
    files.putIfAbsent(guide(dir), filled("TASKS.md", dir, names, size));
    if (request.workflow()) {
      files.putIfAbsent(WORKFLOW, filled("replenish.yml", dir, names, size));
    }
    return files;
  }

  /** The path of the guide to the format. */
  static String guide(String dir) {
    return FileNames.on(dir, GUIDE);
  }

  /** The path of the template for new tasks. */
  static String template(String dir) {
    return FileNames.on(dir, TEMPLATE);
  }

  private static String text(String template) {
    return Resources.text(InitBoard.class, "templates/" + template);
  }

  private static String filled(String template, String dir, FileNames names, int size) {
    return text(template)
        .replace("%BOARD%", dir.replace("'", "''")) // it is quoted in the YAML
        .replace("%BACKLOG%", names.backlog())
        .replace("%TODO%", names.todo())
        .replace("%ARCHIVE%", names.archive())
        .replace("%SIZE%", Integer.toString(size));
  }

  /** Checks every path before writing the first file. */
  private void write(Map<String, String> files) {
    for (String path : files.keySet()) {
      if (tree.read(path).isPresent()) {
        kept.add(path);
      }
    }
    files.forEach(
        (path, text) -> {
          if (!kept.contains(path)) {
            write(path, text);
          }
        });
  }

  private void write(String path, String text) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(
          file,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      written.add(path);
    } catch (FileAlreadyExistsException e) {
      kept.add(path); // another process has just written it
    } catch (IOException e) {
      throw new Problem(
              ErrorCode.IO,
              "can't write " + path + ": " + e.getMessage(),
              null,
              written.isEmpty() ? Problem.NOTHING_WRITTEN : "Written: " + written + ".",
              "Correct the permissions and run it again; existing files are kept.")
          .refusal(e);
    }
  }

  /**
   * The request for {@code init}.
   *
   * @param board the folder of the new board, relative to the current folder, which is the default
   * @param workflow whether to write a workflow that tops the board up every week
   */
  public record Request(Optional<String> board, boolean workflow) {}

  /**
   * What {@code init} did.
   *
   * @param dir the board
   * @param written the paths of the new files in the repository
   * @param kept the paths of the files that existed and were not changed
   * @param served whether an existing workflow, if any, serves the board
   * @param folder the current folder, relative to the root; "" at the root
   */
  public record Result(
      String dir, List<String> written, List<String> kept, boolean served, String folder) {

    /** The command that commits the new files. */
    public String commit() {
      return Uncommitted.beginCommand(written, folder);
    }

    /** Copies the collections. */
    public Result {
      written = List.copyOf(written);
      kept = List.copyOf(kept);
    }
  }
}
