package dev.replenish.report;

import java.util.Optional;

/** Tells of nothing but failures: for calls that never got as far as a result. */
public record NoView() implements View<Void> {
  @Override
  public void text(Void result, Text text) {}

  @Override
  public void json(Optional<String> board, Optional<Void> result, Json json) {
    json.field("board", board);
  }
}
