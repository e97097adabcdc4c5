package dev.replenish.report;

import dev.replenish.board.Group;

/** How people call groups. */
public final class GroupWords {
  private static final String COMMENT = " <!-- group";

  private GroupWords() {}

  /**
   * A group in words: {@code dev high}. Where a longer heading names it, that heading: {@code Q2:
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

  /** So many tasks of it: {@code 2 dev tasks (high)}, {@code 2 tasks of 'Q2: CI/CD'}. */
  static String tasks(String counted, boolean one, Group group) {
    String noun = one ? "task" : "tasks";
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

  /** Whether its type is made of several words of a heading. */
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
