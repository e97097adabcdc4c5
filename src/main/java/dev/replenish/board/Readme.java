package dev.replenish.board;

import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;

/**
 * The {@code README.md} beside a backlog, if it has a summary of the board.
 *
 * @param source its bytes
 * @param summaries the text between the markers of each summary
 */
public record Readme(SourceText source, List<Span> summaries) {
  /** The file's name. */
  public static final String NAME = "README.md";

  /** Copies the collection. */
  public Readme {
    summaries = List.copyOf(summaries);
  }
}
