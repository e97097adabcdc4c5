package dev.replenish.report;

import dev.replenish.board.Group;

/** Names groups in texts for users. */
public final class GroupWords {
  private static final String COMMENT = " <!-- group";

  private GroupWords() {}

  /**
   * The name of a group: {@code dev high}. If a longer heading names it, that heading: {@code Q2:
   * CI/CD and Kubernetes}.
   */
  public static String of(Group group) {
    String type = group.type().orElse("");
    if (isHeading(group)) {
      return heading(group);
    }
    String priority = priority(group);
    String words = (type + " " + priority).strip();
    return words.isEmpty() ? "the group on line " + group.line() : words;
  }

  /**
   * A number of tasks of {@code group}: {@code 2 dev tasks (high)}, {@code 2 tasks of 'Q2: CI/CD'}.
   */
  static String tasks(String counted, boolean singular, Group group) {
    String noun = singular ? "task" : "tasks";
    if (isHeading(group)) {
      return counted + " " + noun + " of '" + heading(group) + "'";
    }
    String priority = priority(group).isEmpty() ? "" : " (" + priority(group) + ")";
    String type = group.type().isPresent() ? " " + group.type().get() : "";
    return counted + type + " " + noun + priority;
  }

  private static String priority(Group group) {
    return group.priority().isPresent() ? group.priority().get().word() : "";
  }

  /** Whether the group's type consists of several words of its heading. */
  private static boolean isHeading(Group group) {
    return group.section().isPresent()
        && (group.type().isEmpty() || group.type().get().contains("-"));
  }

  private static String heading(Group group) {
    String heading = group.section().orElseThrow().heading();
    int comment = heading.lastIndexOf(COMMENT);
    return (comment < 0 ? heading : heading.substring(0, comment)).strip();
  }
}
