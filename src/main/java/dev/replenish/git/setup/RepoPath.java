package dev.replenish.git.setup;

import java.nio.file.Path;
import java.util.Locale;

/** Keeps paths inside the repository and out of its git directory. */
public final class RepoPath {
  private RepoPath() {}

  /** Returns {@code path} if it is a plain relative path that means the same on every platform. */
  public static String require(String path) {
    for (String name : path.split("/", -1)) {
      if (!isPlain(name)) {
        throw GitProblems.document(
            path,
            "not a path inside the repository: '" + path + "'",
            "Name it relative to the repository's root, with '/' and without '.' or '..'.");
      }
    }
    return path;
  }

  /** Like {@link #require}, but "" is the root. */
  public static String requireFolder(String path) {
    return path.isEmpty() ? path : require(path);
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      // On Windows, a backslash separates folders and a colon follows a drive.
      if (c < ' ' || c == 0x7f || c == '\\' || c == ':') {
        return false;
      }
    }
    return !isGitDirectory(name);
  }

  /** Whether a case-insensitive or a Windows file system would treat the name as {@code .git}. */
  private static boolean isGitDirectory(String name) {
    StringBuilder visible = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (!isIgnoredByHfs(name.charAt(i))) {
        visible.append(name.charAt(i));
      }
    }
    int end = visible.length();
    while (end > 0 && (visible.charAt(end - 1) == '.' || visible.charAt(end - 1) == ' ')) {
      end--;
    }
    String plain = visible.substring(0, end).toLowerCase(Locale.ROOT);
    return plain.equals(".git") || plain.equals("git~1");
  }

  private static boolean isIgnoredByHfs(int c) {
    return (c >= 0x200c && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x206a && c <= 0x206f)
        || c == 0xfeff;
  }

  /** The part before the last {@code /}, or "". */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The part after the last {@code /}. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A relative file-system path as Git writes it, with {@code /}. */
  public static String of(Path relative) {
    StringBuilder path = new StringBuilder();
    for (Path name : relative) {
      if (path.length() > 0) {
        path.append('/');
      }
      path.append(name);
    }
    return path.toString();
  }
}
