package dev.replenish.plan;

import dev.replenish.board.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a move without markers says of the way in which the files are to be read: as little as
 * will do, and more where the proof shows that they would be read otherwise.
 *
 * @param audit what the audit comment says of the form that tasks have
 * @param heading whether the heading in {@code TODO.md} says that it is a group
 * @param outer whether the headings above that one are kept, as they are where nothing is against
 *     it
 */
public record Explicit(Audit audit, boolean heading, boolean outer) {
  /** What an audit comment says besides the tasks that were moved. */
  public enum Audit {
    /** What their reader found to be needed, mostly nothing. */
    LEAST,
    /** What form they had. */
    FORM,
    /** That nothing else under their heading is a task. */
    ALONE
  }

  public static final Explicit LEAST = new Explicit(Audit.LEAST, false, true);

  /** What is tried after {@link #LEAST} for {@code group}; nothing where markers enclose it. */
  public static List<Explicit> more(Group group) {
    if (group.section().isEmpty()) {
      return List.of();
    }
    List<Explicit> more = new ArrayList<>();
    add(true, more);
    if (!group.section().get().outer().isEmpty()) {
      more.add(new Explicit(Audit.LEAST, false, false));
      add(false, more);
    }
    return more;
  }

  private static void add(boolean outer, List<Explicit> more) {
    more.add(new Explicit(Audit.FORM, false, outer));
    more.add(new Explicit(Audit.LEAST, true, outer));
    more.add(new Explicit(Audit.FORM, true, outer));
    more.add(new Explicit(Audit.ALONE, false, outer));
    more.add(new Explicit(Audit.ALONE, true, outer));
  }
}
