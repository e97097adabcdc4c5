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
 * The headings above moved tasks that name their group.
 *
 * @param from the file that holds the tasks
 * @param tasks the tasks, none enclosed by markers
 * @param ending the line ending of the file that they go to
 * @param explicit how much the headings state about the group
 */
record GroupHeading(SourceText from, List<Task> tasks, LineEnding ending, Explicit explicit) {
  private static final int HEADING = 2;
  private static final int MOST_LEVELS = 4;

  GroupHeading {
    tasks = List.copyOf(tasks);
  }

  /**
   * The headings of the group, outermost first; the last is one level above its tasks. Empty if
   * there is no such level.
   */
  Optional<String> of(Group group) {
    int deepest = MOST_LEVELS;
    for (Task task : tasks) {
      deepest = isSection(task) ? Math.min(deepest, level(from, task) - 1) : deepest;
    }
    if (deepest < 1 || group.section().isEmpty()) {
      return Optional.empty();
    }
    List<String> outer = outer(group);
    outer = outer.subList(Math.max(0, outer.size() - Math.max(0, deepest - HEADING)), outer.size());
    StringBuilder lines = new StringBuilder();
    int marks = Math.min(HEADING, deepest);
    for (String text : outer) {
      lines.append("#".repeat(marks++)).append(' ').append(text);
      lines.append(ending.text()).append(ending.text());
    }
    lines.append("#".repeat(marks)).append(' ').append(heading(group.section().get()));
    return Optional.of(lines.toString());
  }

  /** The heading above tasks that are lines of text, by their type; none if no task is one. */
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
    return file.insertions().sites().stream()
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

  /** The level of the heading that a task begins with; 3 if it begins with another line. */
  static int level(SourceText source, Task task) {
    byte[] bytes = source.bytes();
    int start = Ascii.skipSpacesAndTabs(bytes, task.block().from(), task.block().to());
    int marks = Ascii.skip(bytes, start, task.block().to(), '#') - start;
    return marks == 0 ? underlined(source.text(task.block())) : marks;
  }

  /** The level of an underlined heading: 1 for equal signs, 2 for dashes; 3 if it is none. */
  private static int underlined(String text) {
    String second = text.lines().skip(1).findFirst().orElse("").strip();
    boolean line = !second.isEmpty() && second.chars().allMatch(c -> c == '=' || c == '-');
    return line ? (second.charAt(0) == '=' ? 1 : 2) : HEADING + 1;
  }
}
