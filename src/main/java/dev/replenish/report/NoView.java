package dev.replenish.report;

import java.util.Optional;

/** Shows only failures: for calls that fail before they have a result. */
public record NoView() implements View<Void> {
  @Override
  public void text(Void result, Text text) {}

  @Override
  public void json(Optional<String> board, Optional<Void> result, Json json) {
    json.field("board", board);
  }
}
