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
 * Reads rows whose column for the state has nothing but a sign: the legend of the file may explain
 * the sign, and a row with an unknown one is undecided (docs/reference/unmarked.md, "States").
 */
public final class SignStates {
  private static final Pattern NOTHING = Pattern.compile("[\\s*_`.…·–—-]*");

  private SignStates() {}

  /** The task of a row with the status that the sign of its state means. */
  public static FoundTask of(Outline outline, Table table, FoundTask row) {
    int column = table.column(Column.STATUS);
    Clues own = row.state().clues();
    if (column < 0 || own.field().isPresent() || own.box().isPresent()) {
      return row;
    }
    List<Span> cells = table.row(outline, row.range().first());
    Span cell = column < cells.size() ? cells.get(column) : Span.at(0);
    String sign = outline.source().text(cell);
    boolean lone = NormalizedText.words(sign).isEmpty() && !NOTHING.matcher(sign).matches();
    if (!lone || Box.at(outline.source(), cell.from(), cell.to()) != null) {
      return row;
    }
    Optional<Status> status = outline.legend().status(sign).or(() -> Pictures.status(sign));
    return row.withClues(
        new Clues(own.box(), status, own.mark(), own.unsettled() || status.isEmpty()));
  }
}
