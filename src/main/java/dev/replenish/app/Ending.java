package dev.replenish.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a call ended on one board, whatever the command.
 *
 * @param commit the commit's 40 hex digits, if one was made
 * @param push what came of the push; empty where the call was about the local branch
 * @param notices what the user should know: hooks that didn't run, files left to their owner
 * @param replayed whether the call was made before under its key, and nothing is done again
 */
public record Ending(
    Optional<String> commit, Optional<Pushed> push, List<String> notices, boolean replayed) {

  /** The end of a call that wrote nothing and has nothing to say. */
  public static final Ending PLAIN =
      new Ending(Optional.empty(), Optional.empty(), List.of(), false);

  /** Copies the notices. */
  public Ending {
    notices = List.copyOf(notices);
  }

  /** The same with more to say. */
  Ending and(List<String> more) {
    List<String> all = new ArrayList<>(notices);
    all.addAll(more);
    return new Ending(commit, push, all, replayed);
  }

  /** The same for a part of the result, which does not say again what the whole says. */
  Ending ofPart() {
    return new Ending(commit, push, List.of(), replayed);
  }
}
