package dev.replenish.outline.task;

import dev.replenish.board.Status;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rows whose column for the state holds nothing but a sign: the legend of the file may say what it
 * means, and where nobody knows the row is undecided (docs/reference/unmarked.md, "States").
 */
public final class SignStates {
  private static final Pattern NOTHING = Pattern.compile("[\\s*_`.…·–—-]*");

  private SignStates() {}

  /** The task of a row with what the signs of its state mean. */
  public static FoundTask of(Outline outline, Table table, FoundTask row) {
    int column = table.column(Column.STATUS);
    Clues own = row.clues();
    if (column < 0 || own.field().isPresent() || own.box().isPresent()) {
      return row;
    }
    List<Span> cells = table.row(outline, row.first());
    Span cell = column < cells.size() ? cells.get(column) : Span.at(0);
    String sign = outline.source().text(cell);
    boolean lone = NormalizedText.words(sign).isEmpty() && !NOTHING.matcher(sign).matches();
    if (!lone || Box.at(outline.source(), cell.from(), cell.to()) != null) {
      return row;
    }
    Optional<Status> told = outline.legend().status(sign).or(() -> Pictures.status(sign));
    return row.saying(new Clues(own.box(), told, own.mark(), own.unsettled() || told.isEmpty()));
  }
}
