package dev.replenish.app.board;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.text.OneLine;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Resolves ids as users type them: in upper or lower case, and shortened to their beginning or to
 * their end after a sign, as long as that is unique. A number is never cut: {@code TASK-1} does not
 * mean {@code TASK-10}.
 */
public final class ShortId {
  private static final Pattern HASH = Pattern.compile("(?=.*[a-f])[0-9a-f]{8}");

  private ShortId() {}

  /**
   * The one of {@code ids} that {@code word} stands for; a full id stands for itself.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} if it is short for several ids
   */
  public static Optional<String> resolve(String word, Collection<String> ids) {
    if (ids.contains(word)) {
      return Optional.of(word);
    }
    TreeSet<String> shortened = new TreeSet<>();
    TreeSet<String> same = new TreeSet<>();
    for (String id : ids) {
      if (id.equalsIgnoreCase(word)) {
        same.add(id);
      } else if (isBeginning(id, word) || isEnd(id, word)) {
        shortened.add(id);
      }
    }
    TreeSet<String> found = same.isEmpty() ? shortened : same;
    if (found.size() > 1) {
      throw new ProblemException(
          ErrorCode.USAGE,
          "'" + OneLine.clean(word) + "' is short for several tasks",
          "Name one of them: " + OneLine.clean(String.join(", ", found)));
    }
    return found.stream().findFirst();
  }

  private static boolean isBeginning(String id, String word) {
    int end = word.length();
    return !word.isEmpty()
        && id.regionMatches(true, 0, word, 0, end)
        && (isHash(id) || !(isDigit(id.charAt(end - 1)) && isDigit(id.charAt(end))));
  }

  /**
   * Whether the id is the eight hexadecimal digits of a task without an id, which are no number.
   */
  private static boolean isHash(String id) {
    return HASH.matcher(id).matches();
  }

  private static boolean isEnd(String id, String word) {
    int at = id.length() - word.length();
    return !word.isEmpty()
        && at > 0
        && id.regionMatches(true, at, word, 0, word.length())
        && !Character.isLetterOrDigit(id.charAt(at - 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
