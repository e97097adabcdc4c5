package dev.replenish.plan.add;

import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.Tag;
import java.util.Comparator;

/** The priority and type of a group and its tasks; the most urgent sort first. */
public record GroupKey(Priority priority, String type) implements Comparable<GroupKey> {
  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::priority).thenComparing(GroupKey::type);

  static GroupKey of(TaskDraft draft) {
    return new GroupKey(draft.priority(), draft.type());
  }

  /** The tags of its group's marker: {@code [type:dev][priority:high]}. */
  public String label() {
    return Tag.text("type", type) + Tag.text("priority", priority.word());
  }

  /** Whether {@code group} has this priority and type. */
  public boolean isOf(Group group) {
    return group.type().filter(type::equals).isPresent()
        && group.priority().filter(priority::equals).isPresent();
  }

  @Override
  public int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }
}
