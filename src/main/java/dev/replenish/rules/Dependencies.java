package dev.replenish.rules;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The ids in a task's Dependencies field (docs/reference/format.md, "Dependencies"). */
public final class Dependencies {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern PUNCTUATION = Pattern.compile("[,;()\\[\\]`*<>|\"']+");
  private static final Pattern JOINT = Pattern.compile("[/+&]");

  /**
   * Names that text uses with a number, such as UTF-8; they are ids only if the board has such a
   * task.
   */
  private static final Set<String> STANDARDS =
      Set.of(
          "AES", "CVE", "ECMA", "HTTP", "IEEE", "ISO", "PEP", "RFC", "RSA", "SHA", "SSL", "TLS",
          "UTF", "WCAG");

  private Dependencies() {}

  /**
   * The ids in listed order. A word is an id if the board knows it, or if it looks like one:
   * capital letters, a dash, and at least one digit.
   */
  public static Set<String> of(Task task, Predicate<String> isKnown) {
    Set<String> ids = new LinkedHashSet<>();
    Field field = task.details().field(FieldName.DEPENDENCIES).orElse(null);
    if (field == null) {
      return ids;
    }
    for (String word : BLANK.split(OneLine.withoutComments(field.text()))) {
      String id = isKnown.test(word) ? word : strip(word);
      if (isKnown.test(id)) {
        ids.add(id);
      } else {
        addParts(word, isKnown, ids);
      }
    }
    return ids;
  }

  /** Adds the ids in a word such as {@code A-1,A-2}, {@code [A-1](#a-1)} or {@code A-1/A-2}. */
  private static void addParts(String word, Predicate<String> isKnown, Set<String> ids) {
    for (String part : PUNCTUATION.split(word)) {
      String id = strip(part);
      List<String> joined =
          isKnown.test(id)
              ? List.of(id)
              : JOINT.splitAsStream(id).map(Dependencies::strip).filter(isKnown).toList();
      ids.addAll(joined);
      if (joined.isEmpty() && looksLikeId(id)) {
        ids.add(id);
      }
    }
  }

  private static String strip(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && ",;:.()[]`*_<>|\"'#".indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ",;:.()[]`*_<>|\"'!?".indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    String bare = word.substring(from, to);
    return bare.startsWith("id:") ? bare.substring(3) : bare;
  }

  private static boolean looksLikeId(String word) {
    int dash = word.indexOf('-');
    if (dash < 1 || word.contains("/") || word.contains("YYYYMMDD")) {
      return false;
    }
    String letters = word.substring(0, dash);
    boolean capitals = letters.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return capitals
        && !STANDARDS.contains(letters)
        && word.substring(dash).chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
