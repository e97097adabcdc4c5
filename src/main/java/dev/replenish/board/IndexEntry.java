package dev.replenish.board;

import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code TASK_INDEX.md}.
 *
 * @param id the task it is about
 * @param span its bytes, from its {@code ## index_entry_begin} line to the end of its {@code ##
 *     index_entry_end} line
 * @param line the line on which it begins, from 1
 * @param idTag where its {@code [id:..]} is
 * @param idLine the line that holds it, the line ending included
 * @param lines what it says, in listed order; of two lines with one label, both
 */
public record IndexEntry(
    TaskId id, Span span, int line, Span idTag, Span idLine, List<IndexLine> lines) {

  /** Copies the collection. */
  public IndexEntry {
    lines = List.copyOf(lines);
  }

  /** The first line that tells of {@code field}, if there is one. */
  public Optional<IndexLine> line(IndexField field) {
    return lines.stream().filter(line -> line.field() == field).findFirst();
  }
}
