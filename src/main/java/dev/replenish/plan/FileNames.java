package dev.replenish.plan;

import dev.replenish.board.FileRole;
import java.util.List;

/**
 * The names of the files of a board.
 *
 * @param backlog usually {@code BACKLOG.md}
 * @param todo usually {@code TODO.md}
 * @param archive usually {@code ARCHIVE.md}
 * @param index usually {@code TASK_INDEX.md}
 */
public record FileNames(String backlog, String todo, String archive, String index) {
  /** The usual names. */
  public static final FileNames DEFAULT =
      new FileNames("BACKLOG.md", "TODO.md", "ARCHIVE.md", "TASK_INDEX.md");

  /** All four. */
  public List<String> all() {
    return List.of(backlog, todo, archive, index);
  }

  /** The name of the file with this role. */
  public String name(FileRole role) {
    return role == FileRole.BACKLOG ? backlog : role == FileRole.TODO ? todo : archive;
  }

  /** The path inside the repository of {@code name} on the board in {@code dir}. */
  public static String on(String dir, String name) {
    return dir.equals(".") ? name : dir + "/" + name;
  }
}
