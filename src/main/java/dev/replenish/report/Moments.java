package dev.replenish.report;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** How commits and their times are told. */
final class Moments {
  /** Where a shallow clone ends. */
  static final String CUT_OFF =
      "The history is cut off here: this is a shallow clone. 'git fetch --unshallow' gets the rest.";

  private static final int SHORT_COMMIT = 7;

  private Moments() {}

  /** For people, in the author's zone: {@code 2026-02-04 09:30}. */
  static String minute(ZonedDateTime date) {
    String minute = date.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    return minute.replace('T', ' ');
  }

  /** As many digits of a commit's id as people read. */
  static String shortened(String commit) {
    return commit.substring(0, SHORT_COMMIT);
  }

  /** The fields that say which commit it was, when and who. */
  static void commit(String id, ZonedDateTime date, String name, String email, Json json) {
    json.field("commit", id);
    json.field("date", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date));
    json.open("author").field("name", name).field("email", email).close();
  }
}
