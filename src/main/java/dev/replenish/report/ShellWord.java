package dev.replenish.report;

import java.io.File;

/** Quotes words of a command line that the user may copy. */
public final class ShellWord {
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private ShellWord() {}

  /** The word for this system's shell, in quotes if necessary. */
  public static String quoted(String word) {
    return quoted(word, WINDOWS);
  }

  /**
   * The word for a shell, in quotes if necessary.
   *
   * @param windows for cmd.exe, whose quotes PowerShell understands as well; else for a POSIX shell
   */
  static String quoted(String word, boolean windows) {
    if (isPlain(word, windows)) {
      return word;
    }
    return windows
        ? '"' + word.replace("\"", "\"\"") + '"'
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String word, boolean windows) {
    String harmless = windows ? "-_./:\\+" : "-_./:,@%+=";
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c >= 128 || !Character.isLetterOrDigit(c)) && harmless.indexOf(c) < 0) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
