package dev.replenish.plan.add;

import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import java.util.Comparator;

/** What a task and its group share; the most urgent first. */
public record GroupKey(Priority priority, String type) implements Comparable<GroupKey> {
  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::priority).thenComparing(GroupKey::type);

  static GroupKey of(TaskDraft draft) {
    return new GroupKey(draft.priority(), draft.type());
  }

  /** Whether {@code group} is one of these. */
  public boolean isOf(Group group) {
    return group.type().filter(type::equals).isPresent()
        && group.priority().filter(priority::equals).isPresent();
  }

  @Override
  public int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }
}
