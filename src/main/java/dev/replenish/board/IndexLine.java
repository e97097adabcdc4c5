package dev.replenish.board;

import dev.replenish.text.Span;

/**
 * One field in an entry of {@code TASK_INDEX.md}: a line {@code location: TODO.md}, or a tag such
 * as {@code [type:dev]} beside the id.
 *
 * @param field the field
 * @param line its line, with its line ending
 * @param label where the label is; empty for a tag
 * @param value where the value is; empty if there is none
 */
public record IndexLine(IndexField field, Span line, Span label, Span value) {

  /** Whether it is a tag on the id's line instead of a separate line. */
  public boolean isTag() {
    return label.length() == 0;
  }
}
