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
 * Where a task is, and how far it is, by an entry of the index.
 *
 * @param id the task's id, untrusted text
 * @param file the one file of the board that the entry names, as the board calls it; empty for none
 * @param status empty where it has none of the known
 */
public record IndexStatement(String id, Optional<String> file, Optional<Status> status) {

  /**
   * What each entry of {@code index} states; nothing where entries can't be told apart.
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
    return line.map(of -> index.source().text(of.value())).orElse("");
  }
}
