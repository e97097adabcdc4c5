package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code TASK_INDEX.md}.
 *
 * @param id the id of its task
 * @param span its bytes, from its {@code ## index_entry_begin} line to the end of its {@code ##
 *     index_entry_end} line
 * @param line the line on which it begins, from 1
 * @param idTag where the tag {@code [id:..]} is
 * @param idLine the line that holds this tag, with its line ending
 * @param lines its lines in listed order, including repeated labels
 */
public record IndexEntry(
    TaskId id, Span span, int line, Span idTag, Span idLine, List<IndexLine> lines) {

  /** Copies the collection. */
  public IndexEntry {
    lines = List.copyOf(lines);
  }

  /** The first line with the value of {@code field}, if any. */
  public Optional<IndexLine> line(IndexField field) {
    return lines.stream().filter(line -> line.field() == field).findFirst();
  }
}
