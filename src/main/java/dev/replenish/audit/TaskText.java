package dev.replenish.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What identifies a task (docs/reference/audit.md, "Which tasks are the same"): its id, its title,
 * and its significant lines. Line endings, blanks and emphasis do not count, nor do fields such as
 * the status, which change while the task stays the same.
 */
public final class TaskText {
  /** The least similarity of two titles under one id that belong to one task. */
  private static final double TITLES_ALIKE = 0.75;

  /**
   * The least share of the shorter text's lines that both have in common, for one task under one
   * id.
   */
  private static final double LINES_KEPT = 0.5;

  /**
   * The least share of the longer text's lines that both have in common, for one task under two
   * ids.
   */
  private static final double LINES_ALIKE = 0.6;

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LABEL = 40;
  private static final int FEWEST_WORDS = 3;
  private static final int FEWEST_LETTERS = 6;

  /** Fields that describe the state of a task, not its content. */
  private static final Set<String> STATE =
      Set.of(
          "status",
          "type",
          "priority",
          "component",
          "estimated effort",
          "effort",
          "dependencies",
          "relevant documentation",
          "assignee",
          "due",
          "not before",
          "started",
          "completed",
          "created",
          "updated",
          "blocked by",
          "reason");

  private final String id;
  private final String title;
  private final String plainTitle;
  private final long[] lines;
  private final long digest;

  private TaskText(String id, String title, long[] lines, long digest) {
    this.id = id;
    this.title = title;
    this.plainTitle = plain(title);
    this.lines = lines;
    this.digest = digest;
  }

  /**
   * The task called {@code id}.
   *
   * @param block its text with or without its markers and its header
   */
  public static TaskText of(String id, String title, String block) {
    long[] found = new long[16];
    int count = 0;
    long digest = hash(plain(title));
    for (String line : block.lines().toList()) {
      String bare = bare(line);
      boolean header = line.startsWith("#") && line.contains("[id:");
      if (bare.isEmpty() || header || isMarker(line)) {
        continue;
      }
      String label = label(bare);
      if (!label.equals("status")) {
        digest = 31 * digest + hash(line.strip());
      }
      if (!STATE.contains(label) && isSignificant(bare)) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = hash(bare);
      }
    }
    return new TaskText(id, title, distinct(Arrays.copyOf(found, count)), digest);
  }

  private static boolean isMarker(String line) {
    return line.startsWith("## task_begin") || line.startsWith("## task_end");
  }

  /** The line without list markers, boxes, emphasis and double blanks, in lower case. */
  private static String bare(String line) {
    int from = 0;
    while (from < line.length() && isLead(line.charAt(from))) {
      from++;
    }
    StringBuilder bare = new StringBuilder();
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean blank = Character.isWhitespace(c);
      if (blank && bare.length() > 0 && bare.charAt(bare.length() - 1) != ' ') {
        bare.append(' ');
      } else if (!blank && c != '*' && c != '`') {
        bare.append(c);
      }
    }
    return bare.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isLead(char c) {
    return Character.isWhitespace(c) || "-*+#>[].)0123456789".indexOf(c) >= 0;
  }

  private static String label(String bare) {
    int colon = bare.indexOf(':');
    return colon > 0 && colon <= LONGEST_LABEL ? bare.substring(0, colon).strip() : "";
  }

  /** Whether a line has three words, or six letters of a language without blanks between words. */
  private static boolean isSignificant(String bare) {
    int words = 1;
    int others = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      words += c == ' ' ? 1 : 0;
      others += c > 0x2E80 && Character.isLetterOrDigit(c) ? 1 : 0;
    }
    return words >= FEWEST_WORDS || others >= FEWEST_LETTERS;
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static long[] distinct(long[] lines) {
    Arrays.sort(lines);
    int count = 0;
    for (int i = 0; i < lines.length; i++) {
      if (i == 0 || lines[i] != lines[i - 1]) {
        lines[count++] = lines[i];
      }
    }
    return Arrays.copyOf(lines, count);
  }

  /** The letters and digits alone, in lower case, with one blank between words. */
  public static String plain(String title) {
    StringBuilder plain = new StringBuilder();
    boolean gap = false;
    int length = Math.min(title.length(), LONGEST_TITLE);
    for (int i = 0; i < length; i++) {
      char c = title.charAt(i);
      boolean counts = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      if (counts && gap && plain.length() > 0) {
        plain.append(' ');
      }
      gap = !counts;
      if (counts) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  /** The id, untrusted text; "" for none. */
  public String id() {
    return id;
  }

  /** The title as it is, untrusted text. */
  public String title() {
    return title;
  }

  /** The title in the form in which it is compared. */
  public String plainTitle() {
    return plainTitle;
  }

  /** Whether both have the same text, except for ids and status. */
  public boolean hasTextOf(TaskText other) {
    return digest == other.digest && Arrays.equals(lines, other.lines);
  }

  /** Whether both, under one id, are the same task. */
  public boolean continues(TaskText other) {
    return hasTextOf(other)
        || (!plainTitle.isEmpty() && plainTitle.equals(other.plainTitle))
        || similarity(plainTitle, other.plainTitle) >= TITLES_ALIKE
        || share(other, Math.min(lines.length, other.lines.length)) >= LINES_KEPT;
  }

  /** Whether both, under different ids, are the same task: one got a new id. */
  public boolean isRenumbered(TaskText other) {
    boolean title = !plainTitle.isEmpty() && plainTitle.equals(other.plainTitle);
    return title || share(other, Math.max(lines.length, other.lines.length)) >= LINES_ALIKE;
  }

  /** Whether both are the same task, whatever their ids. */
  public boolean isSameTask(TaskText other) {
    return id.equals(other.id) ? continues(other) : isRenumbered(other);
  }

  /** How many lines of this text the other one lacks. */
  public int linesMissingIn(TaskText other) {
    return lines.length - common(other);
  }

  /** The number of significant lines. */
  public int size() {
    return lines.length;
  }

  /** Whether {@code page} holds the title and half of the lines. */
  public boolean isHeldBy(Page page) {
    return !plainTitle.isEmpty()
        && page.words.contains(' ' + plainTitle + ' ')
        && (lines.length == 0 || common(page.text) * 2 >= lines.length);
  }

  /** Any text in which tasks can be searched. */
  public static final class Page {
    private final String words;
    private final TaskText text;

    public Page(String text) {
      this.words = ' ' + plainWhole(text) + ' ';
      this.text = of("", "", text);
    }
  }

  private static String plainWhole(String text) {
    StringBuilder plain = new StringBuilder();
    for (String line : text.lines().toList()) {
      for (int from = 0; from < line.length(); from += LONGEST_TITLE) {
        String piece = line.substring(from, Math.min(line.length(), from + LONGEST_TITLE));
        plain.append(plain(piece)).append(from + LONGEST_TITLE < line.length() ? "" : " ");
      }
    }
    return plain.toString();
  }

  private double share(TaskText other, int of) {
    return of == 0 ? 0 : (double) common(other) / of;
  }

  private int common(TaskText other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < lines.length && j < other.lines.length) {
      int order = Long.compare(lines[i], other.lines[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /** The similarity of two plain titles, from 0 to 1. */
  public static double likeness(String one, String other) {
    return one.equals(other) ? 1 : similarity(one, other);
  }

  /**
   * Twice the length of the longest common subsequence, divided by both lengths; 1 if one title
   * extends the other.
   */
  private static double similarity(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    if (one.startsWith(other + " ") || other.startsWith(one + " ")) {
      return 1; // one title was completed later
    }
    double most = 2.0 * Math.min(one.length(), other.length()) / (one.length() + other.length());
    if (most < TITLES_ALIKE) {
      return most;
    }
    int[] row = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        row[j] =
            one.charAt(i - 1) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return 2.0 * row[other.length()] / (one.length() + other.length());
  }
}
