package dev.replenish.outline.words;

import dev.replenish.board.TaskId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type and the heading that the words of a heading make of a group (docs/reference/unmarked.md,
 * "Groups without markers").
 *
 * @param words the heading without a priority in brackets at its end
 * @param level how urgent it says that its tasks are
 */
public record Naming(String words, Optional<Urgency> level) {
  /** What a group without a heading is called. */
  public static final Naming NONE = new Naming("Backlog", Optional.empty());

  /** Says in a heading that it names a group, where it would be taken for a task. */
  static final String GROUP = "<!-- group -->";

  /** The same, and that each heading directly below it is a task. */
  static final String HEADINGS = "<!-- group: each heading is a task -->";

  /** Says behind a heading, an item or a row that it is a task. */
  public static final String TASK = "<!-- task -->";

  private static final Pattern PRIORITY_LAST =
      Pattern.compile("^(.*\\S)\\s+\\((critical|high|medium|low)\\)$");
  private static final int LONGEST_TYPE = 60;

  /** A title without what settles whether it is one. */
  static String unmarked(String title) {
    return title.endsWith(TASK)
        ? title.substring(0, title.length() - TASK.length()).stripTrailing()
        : title;
  }

  /** What a comment behind a heading settles. */
  public enum Names {
    /** Nothing. */
    NOTHING,
    /** That it names a group and is no task. */
    GROUP,
    /** That each heading below it is a task. */
    HEADINGS
  }

  /** A heading without such a comment, and what that said. */
  public record Told(String title, Names names) {}

  /** Reads a heading as written. */
  public static Told told(String heading) {
    if (heading.endsWith(GROUP)) {
      return new Told(cut(heading, GROUP), Names.GROUP);
    }
    return heading.endsWith(HEADINGS)
        ? new Told(cut(heading, HEADINGS), Names.HEADINGS)
        : new Told(heading, Names.NOTHING);
  }

  private static String cut(String title, String comment) {
    return title.substring(0, title.length() - comment.length()).strip();
  }

  public static Naming of(String title) {
    Matcher last = PRIORITY_LAST.matcher(title);
    return last.matches()
        ? new Naming(last.group(1), Urgencies.exactLevel(last.group(2)))
        : new Naming(title, Urgencies.level(title));
  }

  /** The type: the words in lower case with dashes between them; empty where there are none. */
  public Optional<String> type() {
    String slug = NormalizedText.slug(words);
    String cut = slug.length() <= LONGEST_TYPE ? slug : slug.substring(0, LONGEST_TYPE);
    return Optional.of(cut).filter(TaskId::isSafeWord);
  }

  /** A heading that is read back as this name at {@code wanted}. */
  public String heading(Urgency wanted) {
    boolean said =
        wanted.priority().isEmpty()
            || level.flatMap(Urgency::priority).equals(wanted.priority())
                && Naming.of(words).level.equals(level);
    String heading = said ? words : words + " (" + wanted.priority().orElseThrow().word() + ")";
    return looksLikeTask(heading) ? heading + " " + GROUP : heading;
  }

  /** A number, a box or a picture would make a task of it where tasks are below. */
  private static boolean looksLikeTask(String heading) {
    Caption caption = Caption.of(heading);
    return caption.id().isPresent() || caption.mark().isPresent() || heading.startsWith("[");
  }
}
