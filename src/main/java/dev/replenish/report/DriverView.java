package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.app.merge.DriverSetup;
import java.util.List;
import java.util.Optional;

/** Shows whether the merge driver is installed, and what it still needs. */
public final class DriverView implements View<DriverSetup.Result> {
  @Override
  public Outcome outcome(DriverSetup.Result result) {
    if (!result.configured() && !result.attributes()) {
      return Outcome.NOOP;
    }
    return result.installed() ? Outcome.INSTALLED : Outcome.REMOVED;
  }

  @Override
  public void text(DriverSetup.Result result, Text text) {
    String done = result.installed() ? "set" : "removed";
    String unchanged = result.installed() ? "there already" : "not there";
    text.remark("merge.replenish in .git/config: " + (result.configured() ? done : unchanged));
    if (result.attributes()) {
      text.remark(DriverSetup.ATTRIBUTES + ": changed; commit it");
    } else if (result.installed() && result.boards() > 1 && !text.style().verbose()) {
      text.remark(
          "Git calls the driver for files that "
              + DriverSetup.ATTRIBUTES
              + " names: "
              + Text.count(result.lines().size(), "line")
              + " for "
              + Text.count(result.boards(), "board")
              + ". -v shows them, --attributes writes them.");
    } else if (result.installed() && !result.lines().isEmpty()) {
      text.remark("Git calls the driver for files that " + DriverSetup.ATTRIBUTES + " names:");
      result.lines().forEach(line -> text.data().line(line));
    }
  }

  @Override
  public void json(Optional<String> board, Optional<DriverSetup.Result> result, Json json) {
    json.field("configured", result.map(DriverSetup.Result::configured).orElse(false));
    json.field("attributes", result.map(DriverSetup.Result::attributes).orElse(false));
    json.field("lines", result.map(DriverSetup.Result::lines).orElse(List.of()));
    json.nullField("path").field("conflicts", List.of());
  }
}
