package dev.replenish.app.board;

import dev.replenish.board.Board;
import dev.replenish.git.Repo;
import dev.replenish.git.identity.GitDates;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.Tree;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.git.setup.ConfigFile;
import dev.replenish.settings.Setting;
import dev.replenish.settings.SettingKey;
import dev.replenish.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The repository that a command works on, and the context of the call. */
public final class Session implements AutoCloseable {
  /** The versioned file of settings, at the root of the repository. */
  public static final String SETTINGS_FILE = ".replenish";

  private static final String SECTION = "replenish";

  private final CallContext context;
  private final Repo repo;
  private final Set<String> reported = new HashSet<>();

  public Session(CallContext context) {
    this.context = context;
    this.repo = Repo.open(context.dir(), context.env());
  }

  /** The context of the call. */
  public CallContext context() {
    return context;
  }

  /** The repository that the boards are in. */
  public Repo repo() {
    return repo;
  }

  /** The notices about the repository, each only once in a run. */
  public List<String> notices() {
    return repo.notices().stream().filter(reported::add).toList();
  }

  /** The day of the call, for a command that only reads. */
  public LocalDate today() {
    return authorTime(Optional.empty()).toLocalDate();
  }

  /** The author time of a commit: {@code date}, else the one in the environment, else now. */
  public ZonedDateTime authorTime(Optional<String> date) {
    return GitDates.author(date, context.env());
  }

  /** The tree for a command that only reads: the work tree, or the tip if there is none. */
  public Tree treeToRead() {
    Optional<? extends Tree> files = context.ref().isEmpty() ? repo.workFiles() : Optional.empty();
    return files.isPresent() ? files.get() : repo.tip(context.ref());
  }

  /** The settings from {@code tree}, the environment and Git's configuration. */
  public Settings settings(Tree tree) {
    Optional<Blob> file = tree.read(SETTINGS_FILE);
    List<ConfigEntry> entries =
        file.map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
            .map(text -> ConfigFile.entries(text, SECTION, SETTINGS_FILE))
            .orElse(List.of());
    Settings settings = new Settings(context.flags(), context.env(), repo.config(SECTION), entries);
    repo.setLockTimeout(settings.lockTimeout());
    return settings;
  }

  /**
   * Reads the board in {@code dir}, with hints about fused tasks, for a command that only reads.
   */
  public Board board(BoardReader reader, Tree tree, String dir) {
    Board board = reader.read(tree, dir);
    return new FusedBlocks(repo, () -> repo.newest(context.ref())).withHints(board, reader);
  }

  /**
   * The boards that this call is about. Options are relative to the current folder, as Git's paths
   * are; settings are relative to the root.
   */
  public List<String> boards(Tree tree, Settings settings) {
    BoardFinder finder = new BoardFinder(tree, settings.files());
    List<String> named = settings.boards();
    if (named.isEmpty()) {
      String dir = finder.nearest(repo.prefix());
      return List.of(finder.hasBacklog(dir) ? dir : uncommitted(settings).orElse(dir));
    }
    boolean flag = settings.get(SettingKey.BOARD).place() == Setting.Place.FLAG;
    return flag ? finder.named(relative(named), repo.prefix()) : finder.named(named, "");
  }

  /** The nearest board in the work tree, so that an uncommitted board is reported as such. */
  private Optional<String> uncommitted(Settings settings) {
    return (context.ref().isEmpty() ? repo.workFiles() : Optional.<Tree>empty())
        .map(files -> new BoardFinder(files, settings.files()).nearest(repo.prefix()));
  }

  /** Makes absolute paths in the work tree, as agents give them, relative to the current folder. */
  public List<String> relative(List<String> named) {
    Path root = repo.workTree().orElse(null);
    return root == null
        ? named
        : named.stream().map(each -> relative(each, root, root.resolve(repo.prefix()))).toList();
  }

  private static String relative(String named, Path root, Path current) {
    try {
      Path path = Path.of(named);
      Path real = Files.exists(path) ? path.toRealPath() : path.normalize();
      return path.isAbsolute() && real.startsWith(root)
          ? current.relativize(real).toString().replace('\\', '/')
          : named;
    } catch (InvalidPathException | IOException e) {
      return named; // the finder reports what is wrong with it
    }
  }

  @Override
  public void close() {
    repo.close();
  }
}
