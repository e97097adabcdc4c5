package dev.replenish.outline.page;

import dev.replenish.outline.field.TickedId;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Conditions;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the headers and the recurring values of a table show about its rows. */
public final class TableFacts {
  private static final int MOST_ROWS = 50;
  private static final int MIN_ROWS = 4;
  private static final int MIN_GROUPS = 3;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final Table table;
  private final List<String> headers;

  /** The texts of the cells of the first rows. */
  private final List<List<String>> rows;

  public TableFacts(Table table, Outline outline) {
    this.table = table;
    this.headers = table.headers(outline);
    int first = table.head() + 2;
    this.rows = Table.texts(outline, first, Math.min(table.end(), first + MOST_ROWS));
  }

  /**
   * Whether each row is about a group of its own ({@code Sprint}, {@code Phase}) and no column
   * holds states.
   */
  public boolean listGroups() {
    Set<String> names = new HashSet<>();
    for (List<String> row : rows) {
      String name = NormalizedText.words(Table.text(row, 0));
      if (name.isEmpty() || !names.add(name)) {
        return false;
      }
    }
    return rows.size() >= MIN_GROUPS
        && Table.namesGroups(headers.get(0))
        && table.column(Column.STATUS) < 0
        && table.titles().filter(title -> title > 0).isPresent();
  }

  /** Whether its rows continue a numbering from elsewhere: from 5, and not from 1. */
  public boolean continueNumbering() {
    int column = table.column(Column.ID);
    int last = 1;
    for (List<String> row : rows) {
      String id = column < 0 ? "" : TickedId.bare(Table.text(row, column));
      int number = NUMBER.matcher(id).matches() ? Integer.parseInt(id) : 0;
      if (number <= last) {
        return false;
      }
      last = number;
    }
    return last > 1;
  }

  /**
   * Whether it is unclear if its rows are to be done: a column says why they are not begun, or when
   * they may be; or no column is for tasks, and a row says that it is there already.
   */
  public boolean areDoubtful() {
    boolean forTasks =
        table.columns().stream().flatMap(Optional::stream).anyMatch(Column.OF_TASKS::contains);
    return headers.stream().anyMatch(Conditions::nameDelay) || (!forTasks && anyAlready());
  }

  private boolean anyAlready() {
    return rows.stream().flatMap(List::stream).anyMatch(Terms.ALREADY::begin);
  }

  /** Whether most rows of a column give a kind of task: {@code Bug}, {@code Story}. */
  public boolean haveKinds() {
    return IntStream.range(0, headers.size()).anyMatch(this::isOfKinds);
  }

  private boolean isOfKinds(int column) {
    long kinds =
        rows.stream().filter(row -> Terms.KINDS.is(Table.plain(Table.text(row, column)))).count();
    return kinds * 2 > rows.size();
  }

  /** The columns whose headers say that something is done: {@code What shipped}. */
  public Set<Integer> finished() {
    Set<Integer> finished = new HashSet<>();
    for (int i = 0; i < headers.size(); i++) {
      Optional<Column> column = table.columns().get(i);
      boolean known = column.isPresent() && column.get() != Column.OTHER;
      if (!known && Vocabulary.topic(headers.get(i)).filter(Topic.DONE::equals).isPresent()) {
        finished.add(i);
      }
    }
    return finished;
  }

  /** Whether an unknown column has the same value in half of the rows. */
  public boolean mayHaveStates() {
    int title = table.titles().orElse(-1);
    return IntStream.range(0, headers.size())
        .anyMatch(i -> i != title && table.columns().get(i).isEmpty() && recurs(i));
  }

  /**
   * Whether one brief value is in at least half of the rows of a column, but not in all, and at
   * most one value is a sort of task such as {@code bug}.
   */
  private boolean recurs(int column) {
    Map<String, Integer> values = new HashMap<>();
    for (List<String> row : rows) {
      String value = Table.text(row, column);
      if (NormalizedText.count(value) <= 2) {
        values.merge(NormalizedText.words(value), 1, Integer::sum);
      }
    }
    values.remove("");
    int all = rows.size();
    return all >= MIN_ROWS
        && values.keySet().stream().filter(TableFacts::isSort).count() < 2
        && values.values().stream().anyMatch(count -> count * 2 >= all && count < all);
  }

  private static boolean isSort(String value) {
    return Vocabulary.namesGroup(value) || Vocabulary.names(value, Column.TITLE);
  }
}
