package dev.replenish.plan.add;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.FieldName;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.text.OneLine;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What rows of a table have a place for. */
public final class TableColumns {
  static final String DESCRIPTION = "Description";

  private TableColumns() {}

  /** What the columns of the row's table are called. */
  static List<String> names(SourceText source, Task row) {
    List<Span> frame = row.form().orElseThrow().frame();
    String header = frame.isEmpty() ? "" : source.text(frame.get(0)).lines().findFirst().orElse("");
    String inner = header.strip().replaceAll("^\\||(?<!\\\\)\\|$", "");
    return Stream.of(inner.split("(?<!\\\\)\\|")).map(String::strip).toList();
  }

  /** How many characters wide {@code text} is. */
  public static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** What is said of a task as it is in a cell. */
  static String cell(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
  }

  /** The row has no cell for what {@code label} names. */
  public static ProblemException missing(SourceText source, Task row, String label) {
    String columns = OneLine.clean(String.join(", ", names(source, row)));
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        source.location(row.block().from()),
        "the table of " + row.name() + " has no column for '" + label + "'",
        "Its columns are " + columns + "; add one by hand, and commit.");
  }

  /**
   * Everything that is given of a task is found in its row.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} where a column is missing
   */
  public static void require(SourceText source, Task row, TaskBody.Fields given) {
    Map<String, Boolean> told = new LinkedHashMap<>();
    given.lines().keySet().forEach(name -> told.put(name.label(), has(row, name)));
    told(told, row, FieldName.PLAN, given.plan());
    told(told, row, FieldName.DOCUMENTATION, given.documentation());
    told(told, row, FieldName.DEPENDENCIES, given.dependencies());
    boolean described = names(source, row).stream().anyMatch(DESCRIPTION::equalsIgnoreCase);
    told.put(DESCRIPTION, given.description().isBlank() || described);
    Optional<String> lost =
        told.entrySet().stream().filter(one -> !one.getValue()).map(Map.Entry::getKey).findFirst();
    if (lost.isPresent()) {
      throw missing(source, row, lost.get());
    }
  }

  private static void told(
      Map<String, Boolean> told, Task row, FieldName name, List<String> values) {
    told.put(name.label(), values.isEmpty() || has(row, name));
  }

  private static boolean has(Task row, FieldName name) {
    return row.details().field(name).isPresent();
  }
}
