package dev.replenish.report;

import dev.replenish.app.InitBoard;
import dev.replenish.app.Outcome;
import java.util.List;
import java.util.Optional;

/** Shows which files of a new board were written. */
public final class InitView implements View<InitBoard.Result> {
  @Override
  public Outcome outcome(InitBoard.Result result) {
    return result.written().isEmpty() ? Outcome.NOOP : Outcome.WRITTEN;
  }

  @Override
  public void text(InitBoard.Result result, Text text) {
    if (text.style().quiet()) {
      return;
    }
    for (String path : result.written()) {
      text.data().put(TextColor.GOOD, "written").line("  " + path);
    }
    for (String path : result.kept()) {
      text.data().put("kept").line("     " + path);
    }
    if (!result.served()) {
      text.remark(
          InitBoard.WORKFLOW
              + " does not name this board. Add it there, on its own line under 'board: |': "
              + result.dir());
    }
    if (result.written().contains(InitBoard.WORKFLOW)) {
      text.remark(
          "The workflow is skipped until the variables REPLENISH_ACTION and REPLENISH_COMMIT of the "
              + "repository are set; its first lines say how.");
    }
    if (result.written().isEmpty()) {
      text.remark("All files exist already.");
      return;
    }
    String board = isFound(result) ? "" : " --board " + ShellWord.quoted(result.dir());
    text.remark("Next:");
    text.remark("  " + result.commit());
    text.remark("  replenish add 'My first task' --type dev --priority high" + board);
    text.remark("  replenish status" + board);
  }

  /** Whether a call in the same folder finds the board without {@code --board}. */
  private static boolean isFound(InitBoard.Result result) {
    return result.dir().equals(".") || result.dir().equals(result.folder());
  }

  @Override
  public void json(Optional<String> board, Optional<InitBoard.Result> result, Json json) {
    json.field("board", result.map(InitBoard.Result::dir));
    json.field("written", result.map(InitBoard.Result::written).orElse(List.of()));
    json.field("kept", result.map(InitBoard.Result::kept).orElse(List.of()));
  }
}
