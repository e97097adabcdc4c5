package dev.replenish.git.objects;

import java.util.List;
import java.util.Optional;

/** A folder tree of files: a branch's tip or the work tree. */
public interface Tree {

  /**
   * The file at {@code path}; empty if there is none.
   *
   * @param path path inside the repository, with {@code /}
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} for a symbolic link, a
   *     folder, a submodule or a file that can't be read; {@code REPOSITORY_STATE} for a missing
   *     object
   */
  Optional<Blob> read(String path);

  /**
   * A permanent name of the content at {@code path}, if known without reading it: the blob's id and
   * its repository.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} as {@link #read} does
   */
  Optional<String> blob(String path);

  /** The names of the folders directly inside {@code dir} ("" is the root), sorted. */
  List<String> folders(String dir);
}
