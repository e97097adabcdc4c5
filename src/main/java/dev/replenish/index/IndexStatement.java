package dev.replenish.index;

import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexField;
import dev.replenish.board.IndexLine;
import dev.replenish.board.Status;
import dev.replenish.board.TaskIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The file and the status of a task as stated by an entry of the index.
 *
 * @param id the task's id, untrusted text
 * @param file the board's own name of the file that the entry names; empty unless it names exactly
 *     one
 * @param status the status; empty if it is missing or unknown
 */
public record IndexStatement(String id, Optional<String> file, Optional<Status> status) {

  /**
   * The statements of all entries of {@code index}; none if the limits of entries are ambiguous.
   *
   * @param files the names of the board's files
   */
  public static List<IndexStatement> all(TaskIndex index, List<String> files) {
    List<IndexStatement> all = new ArrayList<>();
    for (IndexEntry entry : index.damage().isPresent() ? List.<IndexEntry>of() : index.entries()) {
      List<String> named = FileLinks.in(value(index, entry, IndexField.LOCATION), files);
      Optional<String> file =
          files.stream()
              .filter(name -> named.equals(List.of(name.toLowerCase(Locale.ROOT))))
              .findFirst();
      Optional<Status> status = Status.parse(value(index, entry, IndexField.STATUS));
      all.add(new IndexStatement(entry.id().value(), file, status));
    }
    return all;
  }

  private static String value(TaskIndex index, IndexEntry entry, IndexField field) {
    Optional<IndexLine> line = entry.line(field);
    return line.map(found -> index.source().text(found.value())).orElse("");
  }
}
