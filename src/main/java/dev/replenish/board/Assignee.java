package dev.replenish.board;

import dev.replenish.text.OneLine;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who does a task, as named by its field or mark (docs/reference/format.md, "Assignee"). */
public final class Assignee {
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\([^()]*\\)");
  private static final Pattern MARKS = Pattern.compile("[*`<>\\[\\]]|(?<![^\\s,;/&(])@");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;/&]\\s*|\\s+and\\s+");

  private Assignee() {}

  /** The name in {@code value}; "" if it states that nobody is assigned. */
  static String name(String value) {
    String plain = LINK.matcher(value).replaceAll("$1");
    String name = OneLine.line(MARKS.matcher(plain).replaceAll(""));
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "nobody", "unassigned", "anyone", "anybody", "open", "free", "-", "–", "—", "?" -> "";
      default -> name;
    };
  }

  /** Whether {@code value} states that nobody is assigned. */
  public static boolean isNobody(String value) {
    return OneLine.isPlaceholder(value) || name(value).isEmpty();
  }

  /** Whether {@code assignee} is {@code name} or a list that contains it, ignoring case. */
  public static boolean is(String assignee, String name) {
    String wanted = name(name);
    for (String assigned : SEPARATOR.split(assignee)) {
      if (assigned.strip().equalsIgnoreCase(wanted)) {
        return true;
      }
    }
    return assignee.equalsIgnoreCase(wanted);
  }
}
