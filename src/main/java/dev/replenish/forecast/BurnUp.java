package dev.replenish.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of all tasks and of finished tasks at the end of a week. Tasks that were not added by
 * a command count from the first week on.
 *
 * @param week the week
 * @param done the number of tasks finished by its end
 * @param scope the number of all tasks, finished or not
 */
public record BurnUp(Trail.Week week, int done, int scope) {

  /**
   * The numbers for each week of {@code trail}.
   *
   * @param open the number of tasks that are not finished now
   */
  public static List<BurnUp> of(Trail trail, int open) {
    List<BurnUp> weeks = new ArrayList<>();
    int addedLater = trail.weeks().stream().mapToInt(Trail.Week::added).sum();
    int total = trail.finished().size() + open;
    int done = 0;
    for (Trail.Week week : trail.weeks()) {
      done += week.finished();
      addedLater -= week.added();
      weeks.add(new BurnUp(week, done, Math.max(done, total - addedLater)));
    }
    return weeks;
  }
}
