package dev.replenish.report;

import dev.replenish.app.Outcome;
import dev.replenish.app.merge.MergeCall;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.text.Location;
import java.util.List;
import java.util.Optional;

/** Shows the conflicts that the merge of one file leaves unresolved; Git reports the rest. */
public final class MergeView implements View<MergeCall.Result> {
  @Override
  public Outcome outcome(MergeCall.Result result) {
    return Outcome.MERGED;
  }

  @Override
  public void text(MergeCall.Result result, Text text) {
    if (!result.plain().isEmpty()) {
      text.remark(result.path() + " is merged as text: " + result.plain());
    }
    for (String conflict : result.conflicts()) {
      text.messages().line("conflict in " + result.path() + ": " + conflict);
    }
  }

  @Override
  public void json(Optional<String> board, Optional<MergeCall.Result> result, Json json) {
    json.field("configured", false).field("attributes", false).field("lines", List.of());
    json.field("path", result.map(MergeCall.Result::path));
    json.field("conflicts", result.map(MergeCall.Result::conflicts).orElse(List.of()));
  }

  @Override
  public Optional<Problem> failure(MergeCall.Result result) {
    if (!result.plain().isEmpty()) {
      return Optional.of(
          Problem.at(
              ErrorCode.INVALID_DOCUMENT,
              Location.of(result.path()),
              result.plain(),
              "Git merges it as text."));
    }
    return result.conflicts().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                ErrorCode.CONFLICT,
                result.conflicts().get(0),
                Location.of(result.path()),
                "Both sides are between markers.",
                "Resolve the conflict, and finish the merge."));
  }
}
