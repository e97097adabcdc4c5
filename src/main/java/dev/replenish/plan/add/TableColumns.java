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

/** The columns of tables whose rows are tasks. */
public final class TableColumns {
  static final String DESCRIPTION = "Description";

  private TableColumns() {}

  /** The names of the columns of the row's table. */
  static List<String> names(SourceText source, Task row) {
    List<Span> frame = row.form().orElseThrow().frame();
    String header = frame.isEmpty() ? "" : source.text(frame.get(0)).lines().findFirst().orElse("");
    String inner = header.strip().replaceAll("^\\||(?<!\\\\)\\|$", "");
    return Stream.of(inner.split("(?<!\\\\)\\|")).map(String::strip).toList();
  }

  /** The width of {@code text} in characters. */
  public static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text as it is written in a cell. */
  static String cell(String text) {
    return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
  }

  /** The refusal for a row that has no cell for {@code label}. */
  public static ProblemException missing(SourceText source, Task row, String label) {
    String columns = OneLine.clean(String.join(", ", names(source, row)));
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        source.location(row.block().from()),
        "the table of " + row.name() + " has no column for '" + label + "'",
        "Its columns are " + columns + "; add one by hand, and commit.");
  }

  /**
   * Requires that the row has a cell for everything that is given.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if a column is missing
   */
  public static void require(SourceText source, Task row, TaskBody.Fields given) {
    Map<String, Boolean> cells = new LinkedHashMap<>();
    given.lines().keySet().forEach(name -> cells.put(name.label(), has(row, name)));
    addCell(cells, row, FieldName.PLAN, given.plan());
    addCell(cells, row, FieldName.DOCUMENTATION, given.documentation());
    addCell(cells, row, FieldName.DEPENDENCIES, given.dependencies());
    boolean described = names(source, row).stream().anyMatch(DESCRIPTION::equalsIgnoreCase);
    cells.put(DESCRIPTION, given.description().isBlank() || described);
    Optional<String> missing =
        cells.entrySet().stream()
            .filter(cell -> !cell.getValue())
            .map(Map.Entry::getKey)
            .findFirst();
    if (missing.isPresent()) {
      throw missing(source, row, missing.get());
    }
  }

  private static void addCell(
      Map<String, Boolean> cells, Task row, FieldName name, List<String> values) {
    cells.put(name.label(), values.isEmpty() || has(row, name));
  }

  private static boolean has(Task row, FieldName name) {
    return row.details().field(name).isPresent();
  }
}
