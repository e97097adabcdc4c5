package dev.replenish.board;

import dev.replenish.text.OneLine;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who does a task, as its field or its mark names them (docs/reference/format.md, "Assignee"). */
public final class Assignee {
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\([^()]*\\)");
  private static final Pattern MARKS = Pattern.compile("[*`<>\\[\\]]|(?<![^\\s,;/&(])@");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[,;/&]\\s*|\\s+and\\s+");

  private Assignee() {}

  /** The name in {@code value}; "" where it says that there is nobody. */
  static String name(String value) {
    String plain = LINK.matcher(value).replaceAll("$1");
    String name = OneLine.line(MARKS.matcher(plain).replaceAll(""));
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "nobody", "unassigned", "anyone", "anybody", "open", "free", "-", "–", "—", "?" -> "";
      default -> name;
    };
  }

  /** Whether {@code value} says that there is nobody. */
  public static boolean isNobody(String value) {
    return OneLine.isPlaceholder(value) || name(value).isEmpty();
  }

  /** Whether {@code assignee} is {@code name}, or names it among others; in any case. */
  public static boolean is(String assignee, String name) {
    String wanted = name(name);
    for (String one : BETWEEN.split(assignee)) {
      if (one.strip().equalsIgnoreCase(wanted)) {
        return true;
      }
    }
    return assignee.equalsIgnoreCase(wanted);
  }
}
