package dev.replenish.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a call on Windows. Java has them in the code page of the system, with question
 * marks or other letters for what that lacks; the launcher gives the same line in a variable, which
 * is Unicode.
 */
final class WindowsWords {
  /** The variable in which {@code bin/replenish.cmd} gives the line. */
  static final String VARIABLE = "REPLENISH_WORDS";

  private WindowsWords() {}

  /** The words of {@code line} where {@code args} are the same but for letters that were lost. */
  static String[] restored(String[] args, String line) {
    List<String> words = split(line);
    boolean same = words.size() == args.length;
    for (int i = 0; same && i < args.length; i++) {
      same = isLeftOf(args[i], words.get(i));
    }
    return same ? words.toArray(String[]::new) : args;
  }

  /** Whether {@code arg} can be what a code page has left of {@code word}. */
  private static boolean isLeftOf(String arg, String word) {
    if (arg.codePointCount(0, arg.length()) != word.codePointCount(0, word.length())
        && arg.length() != word.length()) {
      return false;
    }
    return ascii(arg.length() == word.length() ? arg : pairsFilled(arg, word), word);
  }

  /** A letter beyond the basic plane takes two places in {@code word} and may have left one. */
  private static String pairsFilled(String arg, String word) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int i = 0; i < word.length() && at < arg.length(); i++) {
      filled.append(arg.charAt(at));
      if (!Character.isHighSurrogate(word.charAt(i))) {
        at++;
      }
    }
    return filled.toString();
  }

  private static boolean ascii(String arg, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 128 && (i >= arg.length() || arg.charAt(i) != word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The words of a command line, as the C runtime of Windows takes them apart: 2n backslashes and a
   * quote are n backslashes and the quote's effect, one more makes the quote a letter.
   */
  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    boolean quoted = false;
    int backslashes = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        backslashes++;
        begun = true;
        continue;
      }
      word.append("\\".repeat(c == '"' ? backslashes / 2 : backslashes));
      boolean escaped = backslashes % 2 == 1;
      backslashes = 0;
      if (c == '"' && !escaped) {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          word.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
        begun = true;
      } else if ((c == ' ' || c == '\t') && !quoted) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.append("\\".repeat(backslashes)).toString());
    }
    return words;
  }
}
