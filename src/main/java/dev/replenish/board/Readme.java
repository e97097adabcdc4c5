package dev.replenish.board;

import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;

/**
 * The {@code README.md} beside a backlog, where it has a summary of the board.
 *
 * @param source its bytes
 * @param summaries what is between the markers of each summary
 */
public record Readme(SourceText source, List<Span> summaries) {
  /** What the file is called. */
  public static final String NAME = "README.md";

  /** Copies the collection. */
  public Readme {
    summaries = List.copyOf(summaries);
  }
}
