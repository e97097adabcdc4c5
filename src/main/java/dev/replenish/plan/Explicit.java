package dev.replenish.plan;

import dev.replenish.board.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a move without markers writes about how to read the files: as little as possible, and
 * more if the proof shows that they would be misread.
 *
 * @param audit what the audit comment states about the form of the tasks
 * @param heading whether the heading in {@code TODO.md} states that it is a group
 * @param outer whether the headings above that one are kept, as they are by default
 */
public record Explicit(Audit audit, boolean heading, boolean outer) {
  /** What an audit comment states besides the moved tasks. */
  public enum Audit {
    /** What the reader of the tasks found necessary, usually nothing. */
    LEAST,
    /** The form of the tasks. */
    FORM,
    /** That nothing else under their heading is a task. */
    ALONE
  }

  public static final Explicit LEAST = new Explicit(Audit.LEAST, false, true);

  /** The variants to try after {@link #LEAST} for {@code group}; none if markers enclose it. */
  public static List<Explicit> more(Group group) {
    if (group.section().isEmpty()) {
      return List.of();
    }
    List<Explicit> more = new ArrayList<>();
    addVariants(true, more);
    if (!group.section().get().outer().isEmpty()) {
      more.add(new Explicit(Audit.LEAST, false, false));
      addVariants(false, more);
    }
    return more;
  }

  private static void addVariants(boolean outer, List<Explicit> more) {
    more.add(new Explicit(Audit.FORM, false, outer));
    more.add(new Explicit(Audit.LEAST, true, outer));
    more.add(new Explicit(Audit.FORM, true, outer));
    more.add(new Explicit(Audit.ALONE, false, outer));
    more.add(new Explicit(Audit.ALONE, true, outer));
  }
}
