package dev.replenish.report;

import dev.replenish.audit.Commit;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Formats commits and their times. */
public final class CommitFormat {
  /** The message for a history that a shallow clone cuts off. */
  public static final String CUT_OFF =
      "The history ends here: this is a shallow clone. 'git fetch --unshallow' gets the rest.";

  /** The width that the author column may always have. */
  static final int WIDEST_AUTHOR = 20;

  private CommitFormat() {}

  /** The time in the author's time zone: {@code 2026-02-04 09:30}. */
  public static String minute(ZonedDateTime date) {
    String minute = date.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    return minute.replace('T', ' ');
  }

  /** The author's name, cut to {@link #WIDEST_AUTHOR} columns. */
  static String author(Commit commit) {
    return author(commit, WIDEST_AUTHOR);
  }

  /** The author's name, cut to {@code width} columns. */
  static String author(Commit commit, int width) {
    return Columns.cut(TerminalText.line(commit.name()), width);
  }

  /** Writes the commit's id, date and author. */
  static void commit(Commit commit, Json json) {
    json.field("commit", commit.id());
    json.field("date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(commit.date()));
    json.open("author").field("name", commit.name()).field("email", commit.email()).close();
  }
}
