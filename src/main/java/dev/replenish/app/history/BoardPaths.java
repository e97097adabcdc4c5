package dev.replenish.app.history;

import dev.replenish.audit.history.BoardFile;
import dev.replenish.board.FileRole;
import dev.replenish.git.setup.RepoPath;
import dev.replenish.plan.FileNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which paths are files of boards, in any folder. */
public final class BoardPaths {
  private final FileNames files;
  private final Map<String, Optional<BoardFile>> known = new HashMap<>();

  public BoardPaths(FileNames files) {
    this.files = files;
  }

  /** The files of the board in {@code dir} that hold tasks, the backlog first. */
  public static List<BoardFile> of(FileNames files, String dir) {
    return Stream.of(FileRole.values())
        .map(role -> new BoardFile(FileNames.on(dir, files.name(role)), dir, role))
        .toList();
  }

  /** The names of the files that hold tasks, without folders. */
  public List<String> names() {
    return Stream.of(FileRole.values()).map(files::name).map(RepoPath::name).toList();
  }

  /** The names of the files that hold tasks, and of the index. */
  public List<String> namesWithIndex() {
    List<String> names = new ArrayList<>(names());
    names.add(RepoPath.name(files.index()));
    return names;
  }

  /** The board whose index is at {@code path}. */
  Optional<String> boardOfIndex(String path) {
    return dir(path, files.index());
  }

  /** The folder of the board whose file {@code name} is at {@code path}. */
  private static Optional<String> dir(String path, String name) {
    if (path.equals(name)) {
      return Optional.of(".");
    }
    return path.endsWith("/" + name)
        ? Optional.of(path.substring(0, path.length() - name.length() - 1))
        : Optional.empty();
  }

  /** Which file of a board has the name {@code name}. */
  Optional<FileRole> role(String name) {
    return Stream.of(FileRole.values())
        .filter(role -> RepoPath.name(files.name(role)).equals(name))
        .findFirst();
  }

  /** The board file at {@code path}, if it is one that holds tasks. */
  Optional<BoardFile> file(String path) {
    Optional<BoardFile> file = known.get(path);
    if (file == null) {
      file = Stream.of(FileRole.values()).flatMap(role -> file(path, role).stream()).findFirst();
      known.put(path, file);
    }
    return file;
  }

  private Optional<BoardFile> file(String path, FileRole role) {
    return dir(path, files.name(role)).map(dir -> new BoardFile(path, dir, role));
  }
}
