package dev.replenish.text;

/**
 * A place in a file as editors show it: {@code TODO.md:12:3}.
 *
 * @param path path inside the repository, with {@code /}
 * @param line line, from 1; 0 for the whole file
 * @param column column in characters, from 1; 0 for the whole line
 */
public record Location(String path, int line, int column) {

  /** The whole file at {@code path}. */
  public static Location of(String path) {
    return new Location(path, 0, 0);
  }

  @Override
  public String toString() {
    if (line == 0) {
      return path;
    }
    return column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
  }
}
