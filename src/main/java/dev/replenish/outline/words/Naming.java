package dev.replenish.outline.words;

import dev.replenish.board.ReadingComment;
import dev.replenish.board.TaskId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type and the heading that the words of a heading give a group (docs/reference/unmarked.md,
 * "Groups without markers").
 *
 * @param words the heading without a priority in brackets at its end
 * @param level the urgency that it gives the tasks
 */
public record Naming(String words, Optional<Urgency> level) {
  /** The naming of a group without a heading. */
  public static final Naming NONE = new Naming("Backlog", Optional.empty());

  private static final Pattern PRIORITY_LAST =
      Pattern.compile("^(.*\\S)\\s+\\((critical|high|medium|low)\\)$");
  private static final int LONGEST_TYPE = 60;

  /** A title without the comment that says that it is a task. */
  public static String unmarked(String title) {
    return title.endsWith(ReadingComment.TASK)
        ? title.substring(0, title.length() - ReadingComment.TASK.length()).stripTrailing()
        : title;
  }

  /** What a comment after a heading says about it. */
  public enum Names {
    /** Nothing. */
    NOTHING(""),
    /** It is a group and no task. */
    GROUP(ReadingComment.GROUP),
    /** Each heading below it is a task. */
    HEADINGS(ReadingComment.HEADINGS),
    /** Each item and each row below it is a task. */
    ITEMS(ReadingComment.ITEMS),
    /** Each line of text below it is a task. */
    LINES(ReadingComment.LINES),
    /** Nothing below it is a task. */
    NOTE(ReadingComment.NOTE);

    private final String comment;

    Names(String comment) {
      this.comment = comment;
    }
  }

  /** A heading without the comments at its end, and what the last one says. */
  public record Parsed(String title, Names names) {}

  /** Reads a heading as written. */
  public static Parsed parse(String heading) {
    for (Names names : Names.values()) {
      if (names != Names.NOTHING && heading.endsWith(names.comment)) {
        int length = heading.length() - names.comment.length();
        return new Parsed(uncommented(heading.substring(0, length)), names);
      }
    }
    return new Parsed(uncommented(heading), Names.NOTHING);
  }

  /**
   * A heading without the comments at its end, which a browser does not show; one that makes it a
   * task stays.
   */
  public static String uncommented(String heading) {
    String bare = heading.strip();
    for (String before = ""; !bare.equals(before) && !bare.endsWith(ReadingComment.TASK); ) {
      before = bare;
      bare = ReadingComment.withoutLast(bare);
    }
    return bare;
  }

  public static Naming of(String title) {
    Matcher last = PRIORITY_LAST.matcher(title);
    return last.matches()
        ? new Naming(last.group(1), Urgencies.exactLevel(last.group(2)))
        : new Naming(title, Urgencies.level(title));
  }

  /** The type: the words in lower case with dashes between them; empty where there are none. */
  public Optional<String> type() {
    String slug = NormalizedText.words(words).replace(' ', '-');
    String cut = slug.length() <= LONGEST_TYPE ? slug : slug.substring(0, LONGEST_TYPE);
    return Optional.of(cut).filter(TaskId::isSafeWord);
  }

  /** A heading that is read back as this naming with the urgency {@code wanted}. */
  public String heading(Urgency wanted) {
    boolean stated =
        wanted.priority().isEmpty()
            || level.flatMap(Urgency::priority).equals(wanted.priority())
                && Naming.of(words).level.equals(level);
    String heading = stated ? words : words + " (" + wanted.priority().orElseThrow().word() + ")";
    return looksLikeTask(heading) ? heading + " " + ReadingComment.GROUP : heading;
  }

  /** Whether a number, a box or a picture would make it a task if tasks are below it. */
  private static boolean looksLikeTask(String heading) {
    Caption caption = Caption.of(heading);
    return caption.id().isPresent() || caption.mark().isPresent() || heading.startsWith("[");
  }
}
