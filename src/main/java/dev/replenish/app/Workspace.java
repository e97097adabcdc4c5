package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.git.Blob;
import dev.replenish.git.ConfigEntry;
import dev.replenish.git.ConfigText;
import dev.replenish.git.Repo;
import dev.replenish.git.Tree;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The repository that a command works on, with what it is told. */
final class Workspace implements AutoCloseable {
  /** The versioned file of settings, at the root of the repository. */
  static final String SETTINGS_FILE = ".replenish";

  private static final String SECTION = "replenish";

  private final Context context;
  private final Repo repo;
  private final Set<String> told = new HashSet<>();

  Workspace(Context context) {
    this.context = context;
    this.repo = Repo.open(context.dir(), context.env());
  }

  Context context() {
    return context;
  }

  Repo repo() {
    return repo;
  }

  /** What the user should know of the repository, each thing once in a run. */
  List<String> notices() {
    return repo.notices().stream().filter(told::add).toList();
  }

  /** What a command that only reads looks at: the work tree, or the tip where there is none. */
  Tree reading() {
    Optional<? extends Tree> files = context.ref().isEmpty() ? repo.workFiles() : Optional.empty();
    return files.isPresent() ? files.get() : repo.tip(context.ref());
  }

  Settings settings(Tree tree) {
    Optional<Blob> file = tree.read(SETTINGS_FILE);
    List<ConfigEntry> entries =
        file.map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
            .map(text -> ConfigText.entries(text, SECTION, SETTINGS_FILE))
            .orElse(List.of());
    Settings settings = new Settings(context.flags(), context.env(), repo.config(SECTION), entries);
    repo.waitFor(settings.lockTimeout());
    return settings;
  }

  /** The board in {@code dir} of what {@link #reading} gives, for a command that only reads. */
  Board board(BoardReader reader, Tree tree, String dir) {
    Board board = reader.read(tree, dir);
    return new Fusions(repo, () -> repo.newest(context.ref())).explained(board, reader);
  }

  /**
   * The boards that this call is about. Flags are relative to the caller's folder, as Git's paths
   * are; settings are relative to the root.
   */
  List<String> boards(Tree tree, Settings settings) {
    BoardFinder finder = new BoardFinder(tree, settings.files());
    List<String> named = settings.boards();
    if (named.isEmpty()) {
      return List.of(finder.around(repo.prefix()));
    }
    boolean flag = settings.get(Key.BOARD).place() == Setting.Place.FLAG;
    return finder.named(named, flag ? repo.prefix() : "");
  }

  @Override
  public void close() {
    repo.close();
  }
}
