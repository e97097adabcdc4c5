package dev.replenish.plan.add;

import dev.replenish.board.Priority;
import dev.replenish.board.Tag;
import dev.replenish.board.TaskId;
import java.util.Locale;
import java.util.Optional;

/**
 * A new task that will be written (docs/reference/adding.md).
 *
 * @param id an id that is still free
 * @param title its title on one line, as in its header
 * @param type one word, lower case
 * @param priority its priority
 * @param component one word
 * @param body the text below the header
 */
public record TaskDraft(
    TaskId id,
    String title,
    String type,
    Priority priority,
    Optional<String> component,
    TaskBody body) {

  /** Escapes the title for a header and checks the id and the tags. */
  public TaskDraft {
    title = MarkdownEscape.title(title);
    type = type.toLowerCase(Locale.ROOT);
    if (title.isEmpty() || !id.isSafe() || id.isTemplate()) {
      throw new IllegalArgumentException("not a task: " + id + " '" + title + "'");
    }
    if (!TaskId.isSafeWord(type) || !component.map(TaskId::isSafeWord).orElse(true)) {
      throw new IllegalArgumentException("not a tag: " + type + ", " + component);
    }
  }

  /** The whole block, its lines ended by {@code newLine}. */
  String block(String newLine) {
    String tags =
        Tag.text("id", id.value())
            + GroupKey.of(this).label()
            + component.map(word -> Tag.text("component", word)).orElse("");
    String block =
        "## task_begin\n### # " + tags + " " + title + "\n" + body.text() + "## task_end\n";
    return block.replace("\n", newLine);
  }
}
