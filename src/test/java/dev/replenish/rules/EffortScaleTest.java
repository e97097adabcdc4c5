package dev.replenish.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.StatusAliases;
import dev.replenish.outline.OutlineDialect;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversion of estimates to hours. */
class EffortScaleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-2 hours            | 2
          30 minutes           | 0.5
          2h30                 | 2.5
          1h 30m               | 1.5
          1 day 4 hours        | 12
          2 hours to 1 day     | 8
          ½ day                | 4
          1½ days              | 12
          1 1/2 days           | 12
          half a day           | 4
          half an hour         | 0.5
          a week               | 40
          two weeks            | 80
          3 person-days        | 24
          ~4 days (~12 h)      | 32
          3+ days              | 24
          > 3 days             | 24
          1,5 Tage             | 12
          2–3d                 | 24
          M (2 days)           | 16
          1-2 week(s)          | 80
          1 h/day ~12 days     | 12
          3 h/day ~4 days      | 12
          """)
  void amountsOfTimeAreConvertedToHours(String estimate, double hours) {
    assertEquals(Optional.of(hours), EffortScale.DEFAULT.hours(estimate));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"M", "5 points", "13", "soon", "TBD", "S/M/L", "0 hours", "2 m", "", "a lot"})
  void otherEstimatesHaveNoHours(String estimate) {
    assertEquals(Optional.empty(), EffortScale.DEFAULT.hours(estimate));
  }

  @ParameterizedTest
  @CsvSource({"M, 6", "m, 6", "size S, 2", "S-M, 6", "XL, 30", "2 days, 12", "H, 60", "S/M/L, -1"})
  void sizesHaveHoursOfSetting(String estimate, double hours) {
    EffortScale scale = EffortScale.parse("6", "S=2h M=1d, L=3d XL=1w H=2w").orElseThrow();
    assertEquals(
        hours < 0 ? Optional.empty() : Optional.of(hours), scale.hours(estimate), estimate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S", "S=", "=2h", "S=soon", "S=2h M"})
  void invalidSizesGiveNoScale(String sizes) {
    assertTrue(EffortScale.parse("8", sizes).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "25", "-1", "eight", "", "1e3"})
  void invalidHoursOfDayGiveNoScale(String hours) {
    assertTrue(EffortScale.parse(hours, "").isEmpty());
  }

  @Test
  void legendInFileDefinesSizes() {
    EffortScale scale = scaleOf("Legend: Effort (S ≤2 h, M ≤1 day, XL >3 days)\n\n- [ ] Boil\n");
    assertEquals(Optional.of(2.0), scale.hours("S"));
    assertEquals(Optional.of(8.0), scale.hours("M"));
    assertEquals(Optional.of(24.0), scale.hours("XL"));
    assertEquals(Optional.empty(), scale.hours("L"));
  }

  @Test
  void tableInFileDefinesSizes() {
    EffortScale scale =
        scaleOf("| size | time |\n|---|---|\n| S | half a day |\n| M | 2 days |\n\n- [ ] Boil\n");
    assertEquals(Optional.of(4.0), scale.hours("S"));
    assertEquals(Optional.of(16.0), scale.hours("M"));
  }

  @Test
  void tasksAndProseDefineNoSizes() {
    EffortScale scale = scaleOf("- [ ] Boil S 2 hours, M 1 day\n\nOnly S: 3 hours here.\n");
    assertEquals(Optional.empty(), scale.hours("S"));
  }

  private static EffortScale scaleOf(String text) {
    SourceText source = SourceText.of("BACKLOG.md", "", text.getBytes(StandardCharsets.UTF_8));
    Document document = new OutlineDialect(StatusAliases.NONE).read(source, FileRole.BACKLOG);
    return EffortScale.DEFAULT.explainedIn(document);
  }
}
