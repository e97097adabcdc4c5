package dev.replenish.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Restores the arguments of a call on Windows. Java gets them in the system's code page, which
 * replaces characters that it lacks; the launcher also passes the line in a variable, as Unicode.
 */
final class WindowsWords {
  /** The variable in which {@code bin/replenish.cmd} passes the line. */
  static final String VARIABLE = "REPLENISH_WORDS";

  private WindowsWords() {}

  /**
   * The words of {@code line} if {@code args} differ only in lost characters, else {@code args}.
   */
  static String[] restored(String[] args, String line) {
    List<String> words = split(line);
    boolean same = words.size() == args.length;
    for (int i = 0; same && i < args.length; i++) {
      same = isLossyCopy(args[i], words.get(i));
    }
    return same ? words.toArray(String[]::new) : args;
  }

  /** Whether {@code arg} can be {@code word} with characters that a code page has replaced. */
  private static boolean isLossyCopy(String arg, String word) {
    if (arg.codePointCount(0, arg.length()) != word.codePointCount(0, word.length())
        && arg.length() != word.length()) {
      return false;
    }
    return sameAscii(arg.length() == word.length() ? arg : pairsFilled(arg, word), word);
  }

  /** Doubles the character for a surrogate pair of {@code word}, which may have left only one. */
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

  private static boolean sameAscii(String arg, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 128 && (i >= arg.length() || arg.charAt(i) != word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The words of a command line, as the C runtime of Windows splits it: 2n backslashes and a quote
   * are n backslashes and a quote that begins or ends a quotation; one more backslash makes the
   * quote literal.
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
