package dev.replenish.settings;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the names of a board's files (docs/reference/settings.md, "Names of files"). */
final class BoardFileName {
  /** Files that Git, GitHub and this program read, with their short names on Windows. */
  private static final Pattern READ_BY_PROGRAMS =
      Pattern.compile(
          "\\.git.*|git[^/]*~\\d+|gi[0-9a-f]{4}~\\d+|\\.mailmap|mailma~\\d+|ma[0-9a-f]{4}~\\d+"
              + "|\\.forgejo|\\.replenish|replen~\\d+|re[0-9a-f]{4}~\\d+|codeowners|.*\\.ya?ml");

  /** Characters that file systems of macOS ignore in names. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}]");

  private BoardFileName() {}

  /** Whether {@code name} stays inside the board on every platform. */
  static boolean isInside(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c) || c == '\\' || c == ':') {
        return false;
      }
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.endsWith(".") || part.endsWith(" ")) {
        return false;
      }
    }
    return true;
  }

  /** Whether Git, GitHub or this program would read the file for another purpose. */
  static boolean isReadByPrograms(String name) {
    for (String part : folded(name).split("/", -1)) {
      if (READ_BY_PROGRAMS.matcher(part).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Whether two names are the same file, or one is a folder of the other, on some platform. */
  static boolean collide(String one, String other) {
    String a = folded(one);
    String b = folded(other);
    return a.equals(b) || a.startsWith(b + "/") || b.startsWith(a + "/");
  }

  /** The name in one case and one spelling of each letter, as some file systems compare it. */
  private static String folded(String name) {
    String seen =
        INVISIBLE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
    return seen.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
