package dev.replenish.report;

/** Words of a command line that a person may copy. */
public final class ShellWord {
  private ShellWord() {}

  /** The word as a POSIX shell takes it whole, in quotes where it needs them. */
  public static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.chars().allMatch(ShellWord::isPlain);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(int c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || "-_./:,@%+=".indexOf(c) >= 0;
  }
}
