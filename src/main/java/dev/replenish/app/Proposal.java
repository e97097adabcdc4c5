package dev.replenish.app;

import dev.replenish.plan.FileChange;
import java.util.List;

/**
 * What a command wants to do to a board, proven and not yet done.
 *
 * @param <R> the command's result
 */
public interface Proposal<R> {

  /** The files that change; none where there is nothing to do. */
  List<FileChange> changes();

  /** The commit's message; asked for only where something changes. */
  String message();

  /** The result, after the commit where one was made. */
  R result(CommitOutcome ending);
}
