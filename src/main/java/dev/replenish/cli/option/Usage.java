package dev.replenish.cli.option;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.text.Suggestion;
import java.util.Collection;

/** What is wrong with a call, as something to throw. */
public final class Usage {
  private Usage() {}

  public static ProblemException wrong(String message, String next) {
    return new ProblemException(ErrorCode.USAGE, message, next);
  }

  /** A word that is none of {@code known}; the nearest of them is suggested. */
  public static ProblemException unknown(
      String message, String word, Collection<String> known, String otherwise) {
    return wrong(
        message,
        Suggestion.to(word, known).map(near -> "Did you mean '" + near + "'?").orElse(otherwise));
  }
}
