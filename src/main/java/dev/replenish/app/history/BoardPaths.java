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

/** Finds out which paths are files of boards, in any folder. */
public final class BoardPaths {
  private final Map<String, FileRole> roles;
  private final FileNames files;
  private final Map<String, Optional<BoardFile>> known = new HashMap<>();

  public BoardPaths(FileNames files) {
    this.files = files;
    this.roles =
        Map.of(
            files.backlog(),
            FileRole.BACKLOG,
            files.todo(),
            FileRole.TODO,
            files.archive(),
            FileRole.ARCHIVE);
  }

  /** The files of the board in {@code dir} that hold tasks, the backlog first. */
  public static List<BoardFile> of(FileNames files, String dir) {
    return List.of(
        new BoardFile(FileNames.on(dir, files.backlog()), dir, FileRole.BACKLOG),
        new BoardFile(FileNames.on(dir, files.todo()), dir, FileRole.TODO),
        new BoardFile(FileNames.on(dir, files.archive()), dir, FileRole.ARCHIVE));
  }

  /** The names of the files that hold tasks, without folders. */
  public List<String> names() {
    return roles.keySet().stream().map(RepoPath::name).toList();
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
    return roles.entrySet().stream()
        .filter(file -> RepoPath.name(file.getKey()).equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The board file at {@code path}, if it is one that holds tasks. */
  Optional<BoardFile> file(String path) {
    Optional<BoardFile> file = known.get(path);
    if (file == null) {
      file = roles.keySet().stream().flatMap(name -> file(path, name).stream()).findFirst();
      known.put(path, file);
    }
    return file;
  }

  private Optional<BoardFile> file(String path, String name) {
    FileRole role = roles.getOrDefault(name, FileRole.BACKLOG);
    return dir(path, name).map(dir -> new BoardFile(path, dir, role));
  }
}
