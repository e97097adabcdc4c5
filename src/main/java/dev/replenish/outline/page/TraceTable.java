package dev.replenish.outline.page;

import dev.replenish.outline.words.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds tables that trace something to the tasks of a file: each row names some of them, and
 * several rows more than one (docs/reference/unmarked.md, "Tables").
 */
public final class TraceTable {
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]{1,60})\\]\\([^()\\s]*\\)");
  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,;/+&·、，；*`~]+|<br\\s*/?>", Pattern.CASE_INSENSITIVE);
  private static final int MIN_ROWS = 3;

  private TraceTable() {}

  /**
   * Whether a column of {@code table} holds nothing but names of tasks.
   *
   * @param known whether a name is that of a task elsewhere in the file
   */
  public static boolean is(Table table, Outline outline, Predicate<String> known) {
    for (int i = 0; i < table.columns().size(); i++) {
      Optional<Column> column = table.columns().get(i);
      boolean ofTasks = column.filter(TraceTable::namesTasks).isPresent();
      if (!ofTasks && traces(table, i, outline, known)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the column is one that names tasks in a table of tasks too. */
  private static boolean namesTasks(Column column) {
    return column == Column.ID || column == Column.DEPENDENCIES;
  }

  private static boolean traces(Table table, int column, Outline outline, Predicate<String> known) {
    int rows = table.end() - table.head() - 2;
    int several = 0;
    for (int i = table.head() + 2; i < table.end(); i++) {
      List<String> names = names(table.text(outline, i, column));
      if (names.isEmpty() || !names.stream().allMatch(known)) {
        return false;
      }
      several += names.size() > 1 ? 1 : 0;
    }
    return rows >= MIN_ROWS && several > 1 && several * 3 >= rows;
  }

  private static List<String> names(String cell) {
    String bare = LINK.matcher(cell).replaceAll("$1");
    return Arrays.stream(BETWEEN.split(bare)).filter(name -> !name.isEmpty()).toList();
  }
}
