package dev.replenish.rules;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.TaskFields;
import dev.replenish.text.OneLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields a task needs before it may be moved (docs/reference/format.md, "Required fields"). */
public final class Requirements {
  private static final int MIN_STEPS = 3;

  private Requirements() {}

  /**
   * A reason for each missing field of {@code require}, in the order Plan, Estimated Effort,
   * Relevant Documentation.
   */
  public static List<Reason> missing(TaskFields details, Set<FieldName> require) {
    List<Reason> missing = new ArrayList<>();
    if (require.contains(FieldName.PLAN)) {
      Optional<Reason> plan = plan(details.field(FieldName.PLAN));
      if (plan.isPresent()) {
        missing.add(plan.get());
      }
    }
    if (require.contains(FieldName.EFFORT)) {
      Optional<Reason> effort = effort(details.field(FieldName.EFFORT));
      if (effort.isPresent()) {
        missing.add(effort.get());
      }
    }
    if (require.contains(FieldName.DOCUMENTATION)
        && !hasReference(details.field(FieldName.DOCUMENTATION))) {
      missing.add(Reason.DOCUMENTATION_MISSING);
    }
    return missing;
  }

  private static Optional<Reason> plan(Optional<Field> plan) {
    if (plan.isEmpty() || isPlaceholder(written(plan.get()))) {
      return Optional.of(Reason.PLAN_MISSING);
    }
    List<String> steps = plan.get().steps();
    int empty = 0;
    for (String step : steps) {
      empty += isEmpty(step) ? 1 : 0;
    }
    int written = steps.size() - empty;
    if (written == 0 && empty > 0) {
      return Optional.of(Reason.PLAN_MISSING);
    }
    return written < MIN_STEPS ? Optional.of(Reason.planTooShort(written)) : Optional.empty();
  }

  private static boolean isPlaceholder(String text) {
    for (String line : lines(text)) {
      if (!OneLine.isPlaceholder(line)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static boolean isEmpty(String step) {
    return OneLine.isPlaceholder(OneLine.withoutComments(step));
  }

  private static Optional<Reason> effort(Optional<Field> effort) {
    String written = effort.isPresent() ? written(effort.get()) : "";
    if (OneLine.isPlaceholder(written)) {
      return Optional.of(Reason.EFFORT_MISSING);
    }
    return Effort.isAmount(written) ? Optional.empty() : Optional.of(Reason.EFFORT_UNREADABLE);
  }

  private static boolean hasReference(Optional<Field> documentation) {
    if (documentation.isPresent()) {
      for (String line : lines(written(documentation.get()))) {
        if (Reference.isIn(line)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String written(Field field) {
    return OneLine.withoutComments(field.text());
  }

  /** An amount of work: a number with a unit from minutes to weeks, a range, or a size. */
  static final class Effort {
    private static final Set<String> SIZES = Set.of("XS", "S", "M", "L", "XL", "XXL");
    private static final Set<String> UNITS =
        Set.of(
            "m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours", "d", "day",
            "days", "w", "wk", "wks", "week", "weeks");
    private static final Pattern FRACTION = Pattern.compile("[½¼¾⅓⅔]");
    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("\\d+h\\d\\d?(m|min)?");

    /** Three sizes or more are a menu to choose from, such as S/M/L/XL. */
    private static final int MENU = 3;

    private Effort() {}

    static boolean isAmount(String value) {
      if (OneLine.isPlaceholder(value)) {
        return false;
      }
      String[] words = FRACTION.matcher(value).replaceAll(" 1 ").split("[^\\p{Alnum}.,]+");
      Set<String> sizes = new HashSet<>();
      boolean number = false;
      int sinceNumber = 0;
      for (int i = 0; i < words.length; i++) {
        String word = strip(words[i]);
        if (SIZES.contains(word)) {
          sizes.add(word);
        }
        int digits = leadingNumber(word);
        boolean counts = digits > 0 || word.equalsIgnoreCase("half");
        number = counts || (number && ++sinceNumber <= 2);
        sinceNumber = counts ? 0 : sinceNumber;
        boolean unit = isUnit(word.substring(digits), digits > 0);
        if ((number && unit) || HOURS_AND_MINUTES.matcher(word).matches()) {
          return true;
        }
      }
      return !sizes.isEmpty() && sizes.size() < MENU;
    }

    /** Whether the word is a unit; an m is one only right after its number. */
    private static boolean isUnit(String word, boolean glued) {
      return UNITS.contains(word.toLowerCase(Locale.ROOT))
          && (glued || !word.equalsIgnoreCase("m"));
    }

    private static String strip(String word) {
      int to = word.length();
      while (to > 0 && (word.charAt(to - 1) == '.' || word.charAt(to - 1) == ',')) {
        to--;
      }
      return word.substring(0, to);
    }

    private static int leadingNumber(String word) {
      int at = 0;
      while (at < word.length() && (Character.isDigit(word.charAt(at)) || isPoint(word, at))) {
        at++;
      }
      return at;
    }

    private static boolean isPoint(String word, int at) {
      boolean digitFollows = at + 1 < word.length() && Character.isDigit(word.charAt(at + 1));
      return (at > 0 || digitFollows) && (word.charAt(at) == '.' || word.charAt(at) == ',');
    }
  }

  /** Recognizes a reference to documentation: a path or a link. */
  static final class Reference {
    private static final Set<String> NOT_PATHS =
        Set.of("n/a", "and/or", "w/o", "tbd/todo", "either/or", "e.g", "i.e", "a.k.a");

    private Reference() {}

    static boolean isIn(String line) {
      if (OneLine.isPlaceholder(line)) {
        return false;
      }
      for (String word : line.split("[\\s,;|<>\"'`()\\[\\]*]+")) {
        if (isPath(strip(word))) {
          return true;
        }
      }
      return false;
    }

    private static String strip(String word) {
      int to = word.length();
      while (to > 0 && ".:!?…".indexOf(word.charAt(to - 1)) >= 0) {
        to--;
      }
      return word.substring(0, to);
    }

    private static boolean isPath(String word) {
      if (NOT_PATHS.contains(word.toLowerCase(Locale.ROOT))) {
        return false;
      }
      int slash = word.indexOf('/');
      boolean path = slash >= 0 && lettersOrDigits(word) >= 2;
      int dot = word.lastIndexOf('.');
      boolean file = dot >= 0 && isExtension(word.substring(dot + 1));
      return path || (file && word.length() > 3);
    }

    private static int lettersOrDigits(String word) {
      int count = 0;
      for (int i = 0; i < word.length(); i++) {
        count += Character.isLetterOrDigit(word.charAt(i)) ? 1 : 0;
      }
      return count;
    }

    private static boolean isExtension(String text) {
      boolean ascii = true;
      for (int i = 0; i < text.length(); i++) {
        ascii &= text.charAt(i) < 128;
      }
      return ascii
          && !text.isEmpty()
          && text.length() <= 8
          && lettersOrDigits(text) == text.length()
          && Character.isLetter(text.charAt(0));
    }
  }
}
