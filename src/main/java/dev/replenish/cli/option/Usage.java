package dev.replenish.cli.option;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Suggestion;
import java.util.Collection;

/** Creates the exceptions for wrong calls. */
public final class Usage {
  private Usage() {}

  public static ProblemException wrong(String message, String next) {
    return new ProblemException(ErrorCode.USAGE, message, next);
  }

  /** For a word that is not among {@code known}; the nearest of those is suggested. */
  public static ProblemException unknown(
      String message, String word, Collection<String> known, String otherwise) {
    return wrong(
        message,
        Suggestion.to(word, known).map(near -> "Did you mean '" + near + "'?").orElse(otherwise));
  }
}
