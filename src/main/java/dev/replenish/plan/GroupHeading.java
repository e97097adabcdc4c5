package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The headings that tell above moved tasks which group they are of.
 *
 * @param from the file that the tasks are in
 * @param tasks the tasks, none enclosed by markers
 * @param ending how lines end in the file that they go to
 * @param explicit how much is said of the group
 */
record GroupHeading(SourceText from, List<Task> tasks, LineEnding ending, Explicit explicit) {
  private static final int HEADING = 2;
  private static final int MOST_LEVELS = 4;

  GroupHeading {
    tasks = List.copyOf(tasks);
  }

  /**
   * The lines that name the group and what it is about, the last one level above its tasks; none
   * where there is no such level.
   */
  Optional<String> of(Group group) {
    int most = MOST_LEVELS;
    for (Task task : tasks) {
      most = isSection(task) ? Math.min(most, level(from, task) - 1) : most;
    }
    if (most < 1 || group.section().isEmpty()) {
      return Optional.empty();
    }
    List<String> outer = outer(group);
    outer = outer.subList(Math.max(0, outer.size() - Math.max(0, most - HEADING)), outer.size());
    StringBuilder lines = new StringBuilder();
    int marks = Math.min(HEADING, most);
    for (String one : outer) {
      lines.append("#".repeat(marks++)).append(' ').append(one);
      lines.append(ending.text()).append(ending.text());
    }
    lines.append("#".repeat(marks)).append(' ').append(heading(group.section().get()));
    return Optional.of(lines.toString());
  }

  /** The heading above lines of text, by their type; none where no task is such a line. */
  Optional<String> ofLines() {
    return tasks.stream()
        .filter(GroupHeading::isLine)
        .findFirst()
        .map(task -> task.type().orElse("tasks").replace('-', ' '))
        .map(words -> words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
        .map(words -> "#".repeat(HEADING) + " " + words + Group.Section.LINES);
  }

  /** Whether a file ends in a section in which each line is a task. */
  static boolean endsInLines(Document file) {
    return file.landings().stream()
        .filter(site -> site.end().offset() == file.source().length())
        .anyMatch(InsertionSite::lines);
  }

  private static boolean isLine(Task task) {
    return task.form().filter(UnmarkedForm::isLine).isPresent();
  }

  List<String> outer(Group group) {
    return explicit.outer()
        ? group.section().map(Group.Section::outer).orElse(List.of())
        : List.of();
  }

  private String heading(Group.Section section) {
    if (tasks.stream().anyMatch(GroupHeading::isLine)) {
      return section.headingOfLines();
    }
    boolean headings = tasks.stream().anyMatch(GroupHeading::isSection);
    return explicit.heading() ? section.heading(headings) : section.heading();
  }

  static boolean isSection(Task task) {
    return task.form().filter(UnmarkedForm::isSection).isPresent();
  }

  /** The level of the heading that a task begins with; a line of another kind has none above it. */
  static int level(SourceText source, Task task) {
    byte[] bytes = source.bytes();
    int start = Ascii.skipSpacesAndTabs(bytes, task.block().from(), task.block().to());
    int marks = Ascii.skip(bytes, start, task.block().to(), '#') - start;
    return marks == 0 ? underlined(source.text(task.block())) : marks;
  }

  /** A heading may be underlined: with equal signs it is of the first level. */
  private static int underlined(String text) {
    String second = text.lines().skip(1).findFirst().orElse("").strip();
    boolean line = !second.isEmpty() && second.chars().allMatch(c -> c == '=' || c == '-');
    return line ? (second.charAt(0) == '=' ? 1 : 2) : HEADING + 1;
  }
}
