package dev.replenish.index;

import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexField;
import dev.replenish.board.IndexLine;
import dev.replenish.board.Priority;
import dev.replenish.board.Status;
import dev.replenish.board.TaskIndex;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares what an entry of the index says with what is true (docs/reference/format.md, "The
 * index"): the one comparison for commands that keep it true and for {@code check}, which finds it
 * untrue.
 */
public final class IndexComparison {
  private final SourceText source;
  private final List<String> files;
  private final IndexStyle style;

  /**
   * A comparison with {@code index}.
   *
   * @param files the names of the board's files
   */
  public IndexComparison(TaskIndex index, List<String> files) {
    this.source = index.source();
    this.files = files;
    this.style = new IndexStyle(index);
  }

  /**
   * One way in which an entry isn't true.
   *
   * @param field what it tells wrongly, or not at all
   * @param said what it says, as written; empty where it says nothing
   * @param truth what it has to say
   * @param edit what makes it do so
   */
  public record Amendment(IndexField field, String said, String truth, Replacement edit) {}

  /** All that has to change for {@code entry} to tell {@code fact}; a second time, nothing. */
  public List<Amendment> amendments(IndexEntry entry, ExpectedEntry fact) {
    List<Amendment> amendments = new ArrayList<>();
    for (IndexField field : IndexField.values()) {
      Optional<String> truth = isOurs(field) ? truth(fact, field) : Optional.empty();
      for (IndexLine line : entry.lines()) {
        if (line.field() == field) {
          amend(line, fact, truth).ifPresent(amendments::add);
        }
      }
      if (truth.isPresent() && isRequired(field) && entry.line(field).isEmpty()) {
        Replacement added = style.lineIn(entry, field, truth.get());
        amendments.add(new Amendment(field, "", truth.get(), added));
      }
    }
    return amendments;
  }

  /** The day of creation is the index's own: nothing else has to agree with it. */
  private static boolean isOurs(IndexField field) {
    return field != IndexField.CREATED;
  }

  /** What an entry has to say in any case; the rest is only kept true where it is said. */
  private static boolean isRequired(IndexField field) {
    return field == IndexField.STATUS
        || field == IndexField.LOCATION
        || field == IndexField.COMPLETED;
  }

  /** What {@code fact} says of {@code field}, on one line. */
  static Optional<String> truth(ExpectedEntry fact, IndexField field) {
    Optional<String> truth =
        switch (field) {
          case TYPE -> fact.type();
          case PRIORITY -> fact.priority().map(IndexComparison::priority);
          case COMPONENT -> fact.component();
          case STATUS -> fact.status().map(Status::word);
          case LOCATION -> Optional.of(fact.fileName());
          case CREATED -> fact.created().map(LocalDate::toString);
          case COMPLETED -> fact.completed().map(LocalDate::toString);
          case TITLE -> Optional.of(fact.title());
        };
    return truth.map(OneLine::line).filter(text -> !text.isEmpty());
  }

  private static String priority(String word) {
    return Priority.parse(word).map(Priority::word).orElse(word);
  }

  private Optional<Amendment> amend(IndexLine line, ExpectedEntry fact, Optional<String> truth) {
    String said = source.text(line.value());
    if (line.field() == IndexField.COMPLETED && fact.isOpen() && Days.in(said).isPresent()) {
      return Optional.of(new Amendment(line.field(), said, "", style.value(line, "")));
    }
    if (truth.isEmpty() || agrees(line.field(), said, truth.get())) {
      return Optional.empty();
    }
    String now = line.field() == IndexField.LOCATION ? location(said, truth.get()) : truth.get();
    return Optional.of(new Amendment(line.field(), said, truth.get(), style.value(line, now)));
  }

  /** Whether two values mean the same; case never matters. */
  private boolean agrees(IndexField field, String said, String truth) {
    String plain = IndexStyle.plain(said);
    return switch (field) {
      case STATUS -> Status.parse(said).equals(Status.parse(truth));
      case PRIORITY -> priority(plain).equalsIgnoreCase(truth);
      case CREATED, COMPLETED ->
          Days.in(said).isPresent() ? Days.in(said).equals(Days.in(truth)) : plain.equals(truth);
      case LOCATION -> FileLinks.in(said, files).equals(List.of(lower(truth)));
      case TYPE, COMPONENT, TITLE ->
          OneLine.line(said).equalsIgnoreCase(truth) || plain.equalsIgnoreCase(truth);
    };
  }

  /** A path or a link that names a file of the board goes on around the new name. */
  private String location(String said, String now) {
    return FileLinks.in(said, files).isEmpty() ? now : FileLinks.replaced(said, files, now);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
