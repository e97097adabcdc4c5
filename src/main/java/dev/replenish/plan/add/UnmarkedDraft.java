package dev.replenish.plan.add;

import dev.replenish.board.FieldName;
import dev.replenish.board.TaskId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A new task that will be written into a backlog without markers (docs/reference/adding.md).
 *
 * @param title its title on one line
 * @param id a free id, if the tasks next to it have visible ones
 * @param description lines of Markdown, each ended by a line feed; "" if there is none
 * @param plan the steps of its plan, one line each
 * @param fields other fields, one line each
 */
public record UnmarkedDraft(
    String title,
    Optional<TaskId> id,
    String description,
    List<String> plan,
    Map<FieldName, String> fields) {

  /** Copies the collections. */
  public UnmarkedDraft {
    if (title.isEmpty()) {
      throw new IllegalArgumentException("a task without a title");
    }
    plan = List.copyOf(plan);
    fields = Collections.unmodifiableMap(fields);
  }

  /** A task with these fields, escaped for lines of Markdown; empty ones are left out. */
  public static UnmarkedDraft of(String title, Optional<TaskId> id, TaskBody.Fields given) {
    Map<FieldName, String> fields = new EnumMap<>(FieldName.class);
    fields.putAll(given.lines());
    put(fields, FieldName.DEPENDENCIES, String.join(", ", given.dependencies()));
    put(fields, FieldName.DOCUMENTATION, TaskBody.paths(given.documentation()));
    List<String> plan = given.plan().stream().map(MarkdownEscape::inline).toList();
    String prose = MarkdownEscape.prose(given.description());
    return new UnmarkedDraft(
        MarkdownEscape.inline(title), id, prose.isBlank() ? "" : prose, plan, fields);
  }

  private static void put(Map<FieldName, String> fields, FieldName name, String value) {
    String text = MarkdownEscape.inline(value);
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  /** Whether the task has nothing but a title. */
  boolean hasOnlyTitle() {
    return description.isEmpty() && plan.isEmpty() && fields.isEmpty();
  }

  /** The steps as a numbered list, without the numbers that they came with. */
  List<String> steps() {
    return TaskBody.numbered(plan);
  }
}
