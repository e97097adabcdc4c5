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
 * Compares an entry of the index with the task's file (docs/reference/format.md, "The index"). Both
 * {@code check} and the commands that update the index use this comparison.
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
   * A correction of one field of an entry.
   *
   * @param field the field that is wrong or missing
   * @param written the value in the entry, as written; empty if there is none
   * @param correct the correct value; empty if the entry must not have one
   * @param edit the edit that corrects the entry
   */
  public record Amendment(IndexField field, String written, String correct, Replacement edit) {}

  /** The corrections that make {@code entry} agree with {@code expected}. */
  public List<Amendment> amendments(IndexEntry entry, ExpectedEntry expected) {
    List<Amendment> amendments = new ArrayList<>();
    for (IndexField field : IndexField.values()) {
      Optional<String> correct =
          isFromFiles(field) ? correctValue(expected, field) : Optional.empty();
      for (IndexLine line : entry.lines()) {
        if (line.field() == field) {
          amend(line, expected, correct).ifPresent(amendments::add);
        }
      }
      if (correct.isPresent() && isRequired(field) && entry.line(field).isEmpty()) {
        Replacement added = style.lineIn(entry, field, correct.get());
        amendments.add(new Amendment(field, "", correct.get(), added));
      }
    }
    return amendments;
  }

  /** Whether the files determine the field; only the index states the day of creation. */
  private static boolean isFromFiles(IndexField field) {
    return field != IndexField.CREATED;
  }

  /** Whether every entry must have the field; the others are only corrected if present. */
  private static boolean isRequired(IndexField field) {
    return field == IndexField.STATUS
        || field == IndexField.LOCATION
        || field == IndexField.COMPLETED;
  }

  /** The value of {@code field} in {@code expected}, on one line. */
  static Optional<String> correctValue(ExpectedEntry expected, IndexField field) {
    Optional<String> correct =
        switch (field) {
          case TYPE -> expected.type();
          case PRIORITY -> expected.priority().map(IndexComparison::priority);
          case COMPONENT -> expected.component();
          case STATUS -> expected.status().map(Status::word);
          case LOCATION -> Optional.of(expected.fileName());
          case CREATED -> expected.created().map(LocalDate::toString);
          case COMPLETED -> expected.completed().map(LocalDate::toString);
          case TITLE -> Optional.of(expected.title());
        };
    return correct.map(OneLine::line).filter(text -> !text.isEmpty());
  }

  private static String priority(String word) {
    return Priority.parse(word).map(Priority::word).orElse(word);
  }

  private Optional<Amendment> amend(
      IndexLine line, ExpectedEntry expected, Optional<String> correct) {
    String written = source.text(line.value());
    if (line.field() == IndexField.COMPLETED && expected.isOpen() && Days.in(written).isPresent()) {
      return Optional.of(new Amendment(line.field(), written, "", style.value(line, "")));
    }
    if (correct.isEmpty() || agrees(line.field(), written, correct.get())) {
      return Optional.empty();
    }
    String newValue =
        line.field() == IndexField.LOCATION ? location(written, correct.get()) : correct.get();
    return Optional.of(
        new Amendment(line.field(), written, correct.get(), style.value(line, newValue)));
  }

  /** Whether two values mean the same, ignoring case. */
  private boolean agrees(IndexField field, String written, String correct) {
    String plain = IndexStyle.plain(written);
    return switch (field) {
      case STATUS -> Status.parse(written).equals(Status.parse(correct));
      case PRIORITY -> priority(plain).equalsIgnoreCase(correct);
      case CREATED, COMPLETED ->
          Days.in(written).isPresent()
              ? Days.in(written).equals(Days.in(correct))
              : plain.equals(correct);
      case LOCATION -> FileLinks.in(written, files).equals(List.of(lower(correct)));
      case TYPE, COMPONENT, TITLE ->
          OneLine.line(written).equalsIgnoreCase(correct) || plain.equalsIgnoreCase(correct);
    };
  }

  /** The new location: a path or a link keeps its other parts, and only the file's name changes. */
  private String location(String written, String newName) {
    return FileLinks.in(written, files).isEmpty()
        ? newName
        : FileLinks.replaced(written, files, newName);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
