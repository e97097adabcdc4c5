package dev.replenish.report;

import dev.replenish.audit.Commit;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How commits and their times are reported. */
public final class CommitFormat {
  /** Where a shallow clone ends. */
  public static final String CUT_OFF =
      "The history ends here: this is a shallow clone. 'git fetch --unshallow' gets the rest.";

  /** How wide the column of authors may be whatever else is to be shown. */
  static final int WIDEST_AUTHOR = 20;

  private CommitFormat() {}

  /** For people, in the author's zone: {@code 2026-02-04 09:30}. */
  public static String minute(ZonedDateTime date) {
    String minute = date.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    return minute.replace('T', ' ');
  }

  /** Who it was, as far as a column is wide. */
  static String author(Commit commit) {
    return author(commit, WIDEST_AUTHOR);
  }

  /** The same in so many columns. */
  static String author(Commit commit, int width) {
    return Columns.cut(TerminalText.line(commit.name()), width);
  }

  /** The fields that say which commit it was, when and who. */
  static void commit(Commit commit, Json json) {
    json.field("commit", commit.id());
    json.field("date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(commit.date()));
    json.open("author").field("name", commit.name()).field("email", commit.email()).close();
  }
}
