package dev.replenish.report;

import dev.replenish.app.ConvertBoard;
import dev.replenish.app.Outcome;
import dev.replenish.app.Promotable;
import dev.replenish.board.FieldName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows what {@code convert} did, and how many tasks can be promoted afterwards.
 *
 * @param dryRun whether the call was a dry run
 */
public record ConvertView(boolean dryRun) implements View<ConvertBoard.Result> {

  private ChangeView change() {
    return new ChangeView("convert", dryRun);
  }

  @Override
  public Outcome outcome(ConvertBoard.Result result) {
    return result.change().outcome();
  }

  @Override
  public void text(ConvertBoard.Result result, Text text) {
    change().text(result.brief(), text);
    if (!text.style().quiet()) {
      if (dryRun && result.promotable().isPresent()) {
        text.data().end();
      }
      consequence(result).forEach(text.data()::line);
    }
  }

  /** How many tasks can be promoted, and a line for each field that tasks lack. */
  private List<String> consequence(ConvertBoard.Result result) {
    List<String> lines = new ArrayList<>();
    result.promotable().ifPresent(promotable -> addLines(promotable, lines));
    return lines;
  }

  private void addLines(Promotable promotable, List<String> lines) {
    String all = Text.count(promotable.open(), "open task");
    String sentence =
        "After this "
            + promotable.after()
            + " of "
            + all
            + " can be promoted ("
            + promotable.before()
            + " now)";
    if (promotable.after() >= promotable.before() || promotable.lacking().isEmpty()) {
      lines.add(sentence + ".");
      return;
    }
    lines.add(sentence + ": native tasks need " + list(promotable.required()) + ".");
    promotable
        .lacking()
        .forEach(
            (field, count) -> lines.add("  no " + name(field) + ": " + Text.count(count, "task")));
    lines.add(
        dryRun
            ? "  'replenish convert --require none' keeps them ready."
            : "  'git config -f .replenish replenish.require none' keeps them ready; commit it.");
  }

  private static String list(List<FieldName> fields) {
    List<String> names = fields.stream().map(ConvertView::name).toList();
    int last = names.size() - 1;
    String article =
        names.get(0).equals("Effort") ? "an " : names.get(0).equals("Plan") ? "a " : "";
    return article
        + (last == 0 ? "" : String.join(", ", names.subList(0, last)) + " and ")
        + names.get(last);
  }

  private static String name(FieldName field) {
    return switch (field) {
      case PLAN -> "Plan";
      case EFFORT -> "Effort";
      case DOCUMENTATION -> "Documentation";
      default -> throw new IllegalArgumentException("never required: " + field);
    };
  }

  @Override
  public void json(Optional<String> board, Optional<ConvertBoard.Result> result, Json json) {
    change().json(board, result.map(each -> each.withNotices(consequence(each))), json);
  }
}
