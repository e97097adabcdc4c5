package dev.replenish.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.Attributes;
import dev.replenish.git.setup.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.FileMode;

/** Gives new files the bytes that {@code git add} would store; existing files are not converted. */
public final class NewFiles {
  private static final byte[] NOTHING = {};

  private NewFiles() {}

  /** The changes as they are stored by a commit from {@code workTree} on top of {@code tip}. */
  static List<Change> stored(WorkTree workTree, CommitTree tip, List<Change> changes) {
    return stored(tip, changes, path -> workTree.endings(workTree.readIndex(), tip, path));
  }

  /**
   * The changes as they are stored without a work tree: as if {@code tip} were checked out, so that
   * its own {@code .gitattributes} files apply.
   */
  public static List<Change> stored(Layout layout, CommitTree tip, List<Change> changes) {
    return stored(
        tip,
        changes,
        path -> {
          Attributes attributes =
              Attributes.of(path, layout.attributes(null), name -> committed(tip, name));
          return LineEndings.of(path, attributes, layout.config());
        });
  }

  private static List<Change> stored(
      CommitTree tip, List<Change> changes, Function<String, LineEndings> endings) {
    List<Change> stored = new ArrayList<>();
    for (Change change : changes) {
      String path = change.path();
      boolean isNew = tip.entry(path) == null;
      stored.add(
          isNew
              ? new Change(path, endings.apply(path).toRepository(change.bytes(), NOTHING))
              : change);
    }
    return stored;
  }

  private static Optional<String> committed(CommitTree tip, String name) {
    CommitTree.Entry entry = tip.entry(name);
    return entry != null && FileMode.REGULAR_FILE.equals(entry.mode())
        ? Optional.of(new String(tip.bytes(name, entry.id()), UTF_8))
        : Optional.empty();
  }
}
