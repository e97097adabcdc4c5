package dev.replenish.app.history;

import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.FileState;
import dev.replenish.audit.history.IndexState;
import dev.replenish.audit.history.Snapshot;
import dev.replenish.git.history.FileSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of the boards in one commit. */
final class CommitFiles implements Snapshot {
  private final Versions versions;
  private final BoardPaths paths;
  private final FileSet files;
  private @Nullable IdentityHashMap<BoardFile, String> blobs; // each path has one BoardFile
  private List<BoardFile> listed = List.of();
  private final IdentityHashMap<BoardFile, FileState> states = new IdentityHashMap<>(4);
  private final Map<String, FileSet.Difference> indexes = new HashMap<>(); // by board

  CommitFiles(Versions versions, BoardPaths paths, FileSet files) {
    this.versions = versions;
    this.paths = paths;
    this.files = files;
  }

  private IdentityHashMap<BoardFile, String> blobs() {
    IdentityHashMap<BoardFile, String> known = blobs;
    if (known == null) {
      known = new IdentityHashMap<>();
      List<BoardFile> all = new ArrayList<>();
      for (FileSet.Difference each : files.files()) {
        Optional<BoardFile> file = paths.file(each.path());
        if (file.isPresent()) {
          known.put(file.get(), each.after());
          all.add(file.get());
        } else {
          paths.boardOfIndex(each.path()).ifPresent(dir -> indexes.put(dir, each));
        }
      }
      blobs = known;
      listed = List.copyOf(all);
    }
    return known;
  }

  @Override
  public Collection<BoardFile> files() {
    blobs();
    return listed;
  }

  @Override
  public FileState read(BoardFile file) {
    FileState known = states.get(file);
    if (known == null) {
      String blob = blobs().get(file);
      known = blob == null ? FileState.EMPTY : versions.read(file, blob);
      states.put(file, known);
    }
    return known;
  }

  /** The version of {@code file}, if the commit has one. */
  Optional<String> blob(BoardFile file) {
    return Optional.ofNullable(blobs().get(file));
  }

  @Override
  public IndexState index(String dir) {
    blobs();
    FileSet.Difference file = indexes.get(dir);
    return file == null ? IndexState.EMPTY : versions.index(paths, file.path(), file.after());
  }

  /** The differences between this commit and {@code after}. */
  Changes changes(CommitFiles after) {
    List<BoardFile> changed = new ArrayList<>();
    List<String> indexes = new ArrayList<>(0);
    for (FileSet.Difference each : files.differences(after.files)) {
      paths.file(each.path()).ifPresent(changed::add);
      paths.boardOfIndex(each.path()).ifPresent(indexes::add);
    }
    return new Changes(changed, indexes);
  }

  /**
   * The differences between two commits.
   *
   * @param files the board files that differ
   * @param indexes the boards whose index differs
   */
  record Changes(List<BoardFile> files, List<String> indexes) {}
}
