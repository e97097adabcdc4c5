package dev.replenish.text;

/**
 * Path patterns as in Git's wildmatch: {@code *} and {@code ?} do not match {@code /}, and {@code
 * **} does.
 */
public final class Wildmatch {
  private final String pattern;
  private final String text;
  private final boolean ignoreCase;

  private Wildmatch(String pattern, String text, boolean ignoreCase) {
    this.pattern = pattern;
    this.text = text;
    this.ignoreCase = ignoreCase;
  }

  /** Whether the whole of {@code text} matches. */
  public static boolean matches(String pattern, String text, boolean ignoreCase) {
    return new Wildmatch(pattern, text, ignoreCase).match(0, 0);
  }

  private boolean match(int p, int t) {
    while (p < pattern.length()) {
      char c = pattern.charAt(p);
      if (c == '*') {
        return star(p, t);
      }
      if (t == text.length()) {
        return false;
      }
      char seen = text.charAt(t);
      if (c == '[') {
        int end = endOfClass(p);
        if (end < 0 || seen == '/' || !inClass(p + 1, end, seen)) {
          return false;
        }
        p = end;
      } else if (c == '?') {
        if (seen == '/') {
          return false;
        }
      } else {
        if (c == '\\' && p + 1 < pattern.length()) {
          c = pattern.charAt(++p);
        }
        if (!same(c, seen)) {
          return false;
        }
      }
      p++;
      t++;
    }
    return t == text.length();
  }

  private boolean star(int p, int t) {
    int end = p;
    while (end < pattern.length() && pattern.charAt(end) == '*') {
      end++;
    }
    boolean crosses = end - p > 1 && startsName(p) && endsName(end);
    // "**/" also matches no folder at all.
    if (crosses && end < pattern.length() && match(end + 1, t)) {
      return true;
    }
    for (int i = t; ; i++) {
      if (match(end, i)) {
        return true;
      }
      if (i == text.length() || (!crosses && text.charAt(i) == '/')) {
        return false;
      }
    }
  }

  private boolean startsName(int p) {
    return p == 0 || pattern.charAt(p - 1) == '/';
  }

  private boolean endsName(int p) {
    return p == pattern.length() || pattern.charAt(p) == '/';
  }

  private int endOfClass(int open) {
    int i = open + 1;
    if (i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
      i++;
    }
    i++; // a leading ']' is a member of the class
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    }
    return i < pattern.length() ? i : -1;
  }

  private boolean inClass(int from, int end, char c) {
    boolean negated = pattern.charAt(from) == '!' || pattern.charAt(from) == '^';
    boolean found = false;
    for (int i = negated ? from + 1 : from; i < end; i++) {
      char low = pattern.charAt(i);
      if (low == '\\' && i + 1 < end) {
        low = pattern.charAt(++i);
      }
      if (i + 2 < end && pattern.charAt(i + 1) == '-') {
        char high = pattern.charAt(i + 2);
        found |= c >= low && c <= high;
        i += 2;
      } else {
        found |= same(low, c);
      }
    }
    return found != negated;
  }

  private boolean same(char a, char b) {
    return a == b || (ignoreCase && Character.toLowerCase(a) == Character.toLowerCase(b));
  }
}
