package dev.replenish.app.board;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.objects.Tree;
import dev.replenish.git.setup.RepoPath;
import dev.replenish.plan.FileNames;
import dev.replenish.text.Wildmatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the boards of a repository by name, by pattern, or by the current folder. */
public record BoardFinder(Tree tree, FileNames files) {
  private static final String ROOT = ".";

  /**
   * The nearest folder with a backlog, from {@code prefix} up to the root; the root if there is
   * none.
   */
  String nearest(String prefix) {
    for (String dir = prefix; !dir.isEmpty(); dir = RepoPath.parent(dir)) {
      if (hasBacklog(dir)) {
        return dir;
      }
    }
    return ROOT;
  }

  /** All folders with a backlog, sorted. */
  public List<String> all() {
    TreeSet<String> boards = new TreeSet<>();
    expand("", List.of("**"), boards);
    return List.copyOf(boards);
  }

  /**
   * The boards that {@code patterns} name, sorted, each once.
   *
   * @param base the folder that they are relative to; "" for the root
   * @throws dev.replenish.board.ProblemException if a pattern leaves the repository or matches
   *     nothing
   */
  public List<String> named(List<String> patterns, String base) {
    TreeSet<String> boards = new TreeSet<>();
    for (String pattern : patterns) {
      String path = normalized(pattern, base);
      if (isPattern(path)) {
        TreeSet<String> matches = new TreeSet<>();
        expand("", List.of(path.split("/")), matches);
        if (matches.isEmpty()) {
          throw noMatch(pattern);
        }
        boards.addAll(matches);
      } else {
        boards.add(path);
      }
    }
    return List.copyOf(boards);
  }

  private static boolean isPattern(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }

  /** Walks only the folders that the pattern can match, never the whole tree. */
  private void expand(String dir, List<String> parts, Set<String> boards) {
    if (parts.isEmpty()) {
      String board = dir.isEmpty() ? ROOT : dir;
      if (hasBacklog(board)) {
        boards.add(board);
      }
      return;
    }
    String part = parts.get(0);
    List<String> rest = parts.subList(1, parts.size());
    if (part.equals("**")) {
      expand(dir, rest, boards);
    }
    if (!isPattern(part)) {
      expand(join(dir, part), rest, boards);
      return;
    }
    for (String name : tree.folders(dir)) {
      if (part.equals("**")) {
        expand(join(dir, name), parts, boards);
      } else if (name.equals(part) || Wildmatch.matches(part, name, false)) {
        expand(join(dir, name), rest, boards);
      }
    }
  }

  /** Whether {@code dir} has a file with the backlog's name, readable or not. */
  boolean hasBacklog(String dir) {
    try {
      return tree.read(FileNames.on(dir, files.backlog())).isPresent();
    } catch (ProblemException unreadable) {
      return true; // a file exists; reading the board will report what is wrong with it
    }
  }

  private static String join(String dir, String name) {
    return dir.isEmpty() ? name : dir + "/" + name;
  }

  /** The path from the root, without "." and "..". */
  private static String normalized(String pattern, String base) {
    List<String> parts = new ArrayList<>();
    String path = pattern.replace('\\', '/');
    boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:.*");
    if (absolute) {
      throw absolutePath(pattern);
    }
    for (String part : (base + "/" + path).split("/")) {
      boolean up = part.equals("..");
      if ((up && parts.isEmpty()) || part.equalsIgnoreCase(".git")) {
        throw outside(pattern);
      }
      if (up) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(ROOT)) {
        parts.add(part);
      }
    }
    if (path.codePoints().anyMatch(Character::isISOControl)) {
      throw outside(pattern);
    }
    return parts.isEmpty() ? ROOT : String.join("/", parts);
  }

  private static ProblemException outside(String pattern) {
    return new ProblemException(
        ErrorCode.USAGE,
        "the board '" + pattern + "' is not a folder of this repository",
        "Name it by its path inside the repository, with '/'.");
  }

  private static ProblemException absolutePath(String pattern) {
    return new ProblemException(
        ErrorCode.USAGE,
        "the board '" + pattern + "' is not a folder of this repository",
        "Work in its repository with -C '" + pattern + "', or name a folder of this one.");
  }

  private static ProblemException noMatch(String pattern) {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        "no board matches '" + pattern + "'",
        "A board is a folder with a backlog; write one with 'replenish init'.");
  }
}
