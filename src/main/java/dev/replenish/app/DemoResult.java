package dev.replenish.app;

import java.nio.file.Path;
import java.util.List;

/**
 * What the demonstration did.
 *
 * @param repository where it was built
 * @param kept whether it is still there
 * @param before the outline of each file before the run
 * @param after the outline of each file after it
 * @param start where the board stood before the run
 * @param end where it stood after it
 * @param first what the run did
 * @param second what the same command did once more: nothing
 */
public record DemoResult(
    Path repository,
    boolean kept,
    List<Excerpt> before,
    List<Excerpt> after,
    Tasks.Status start,
    Tasks.Status end,
    RunResult first,
    RunResult second) {

  /** Copies the collections. */
  public DemoResult {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * The lines of a file that show where its tasks are.
   *
   * @param path the file
   * @param lines groups, headers of tasks, statuses, and comments on what was moved
   */
  public record Excerpt(String path, List<String> lines) {

    /** Copies the collection. */
    public Excerpt {
      lines = List.copyOf(lines);
    }
  }
}
