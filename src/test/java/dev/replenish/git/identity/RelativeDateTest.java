package dev.replenish.git.identity;

import static dev.replenish.board.ErrorCode.USAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.git.GitTest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times relative to now. */
class RelativeDateTest extends GitTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-31T09:30:00+02:00");

  @ParameterizedTest
  @CsvSource({
    "now, 2026-03-31T09:30+02:00",
    "today, 2026-03-31T00:00+02:00",
    "Yesterday, 2026-03-30T09:30+02:00",
    "2 weeks ago, 2026-03-17T09:30+02:00",
    "2.weeks.ago, 2026-03-17T09:30+02:00",
    "2 weeks, 2026-03-17T09:30+02:00",
    "1 day 3 hours ago, 2026-03-30T06:30+02:00",
    "1 month ago, 2026-02-28T09:30+02:00",
    "1 year ago, 2025-03-31T09:30+02:00",
    "90 seconds ago, 2026-03-31T09:28:30+02:00",
    "5 minutes ago, 2026-03-31T09:25+02:00"
  })
  void relativeTimesAreRead(String words, ZonedDateTime time) {
    assertEquals(Optional.of(time), RelativeDate.parse(words, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ago",
        "weeks ago",
        "two weeks ago",
        "2 moons ago",
        "2026-02-04",
        "99999999999 days ago",
        "2147483647 years ago",
        "1 day 2"
      })
  void otherTextIsNoRelativeTime(String text) {
    assertEquals(Optional.empty(), RelativeDate.parse(text, NOW));
  }

  @Test
  void datesKeepTheirZone() {
    assertEquals(Instant.parse("2026-02-04T08:30:00Z"), moment("2026-02-04 09:30:00 +0100"));
    assertEquals(Instant.parse("2026-02-04T00:00:00Z"), moment("2026-02-04"));
    assertContains("--since", refused(USAGE, () -> moment("soon")).message());
  }

  private Instant moment(String text) {
    return RelativeDate.moment(text, "--since", box.env());
  }
}
