package dev.replenish.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * How much there was to do and how much was done at the end of each week. What was not added by
 * command counts from the first week on.
 *
 * @param week the week
 * @param done how many tasks were finished until its end
 * @param scope how many tasks there were, finished or not
 */
public record BurnUp(Trail.Week week, int done, int scope) {

  /**
   * The weeks of {@code trail}.
   *
   * @param open how many tasks are not finished now
   */
  public static List<BurnUp> of(Trail trail, int open) {
    List<BurnUp> weeks = new ArrayList<>();
    int later = trail.weeks().stream().mapToInt(Trail.Week::added).sum();
    int total = trail.finished().size() + open;
    int done = 0;
    for (Trail.Week week : trail.weeks()) {
      done += week.finished();
      later -= week.added();
      weeks.add(new BurnUp(week, done, Math.max(done, total - later)));
    }
    return weeks;
  }
}
