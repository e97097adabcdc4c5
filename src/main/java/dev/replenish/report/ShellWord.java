package dev.replenish.report;

/** Words of a command line that a person may copy. */
public final class ShellWord {
  private ShellWord() {}

  /** The word as a POSIX shell takes it whole, in quotes where it needs them. */
  public static String quoted(String word) {
    return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isPlain(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static boolean isPlain(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || "-_./:,@%+=".indexOf(c) >= 0;
  }
}
