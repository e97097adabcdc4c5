package dev.replenish.board;

import dev.replenish.text.Span;

/**
 * One thing that an entry of {@code TASK_INDEX.md} says: {@code location: TODO.md}, or a tag such
 * as {@code [type:dev]} beside its id.
 *
 * @param field what it tells
 * @param line its line, the line ending included
 * @param label the label's word; empty for a tag
 * @param value the value; empty where there is none
 */
public record IndexLine(IndexField field, Span line, Span label, Span value) {

  /** Whether it is a tag on the line of the id and no line of its own. */
  public boolean isTag() {
    return label.length() == 0;
  }
}
