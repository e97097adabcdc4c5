package dev.replenish.app.board;

import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.ProblemException;
import dev.replenish.board.ReadingComment;
import dev.replenish.board.TaskId;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.index.ExpectedEntries;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.plan.Draft;
import dev.replenish.plan.IndexUpdate;
import dev.replenish.plan.Step;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.settings.Settings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The state that a committing command starts from: one board at the branch's tip.
 *
 * @param tip the tip
 * @param settings the settings at the tip
 * @param reader reads the board's files
 * @param board the board
 * @param today the day of the author date
 */
public record BoardSnapshot(
    CommitTree tip, Settings settings, BoardReader reader, Board board, LocalDate today) {

  /** A new draft of the board. */
  public Draft draft() {
    return new Draft(board, settings.files(), reader.forBoard(board));
  }

  /** The policy for choosing a batch today on {@code of}, which is the board or a draft of it. */
  public Policy policy(BatchFilter narrowing, Board of) {
    return settings.policy(narrowing, of).on(today);
  }

  /**
   * Applies {@code step} to {@code draft}.
   *
   * @throws dev.replenish.board.ProblemException {@code INTERNAL} if the proof fails, which is a
   *     bug in Replenish
   */
  public static void take(Draft draft, Step step) {
    draft
        .take(step)
        .ifPresent(
            violation -> {
              if (step.mayBeUnclear()) {
                throw unclear(draft.board(), step, violation);
              }
              throw new ProblemException(
                  ErrorCode.INTERNAL,
                  "the change could not be proven: " + violation,
                  "This is a bug in Replenish. Please report it, with the board's files if "
                      + "you may.");
            });
  }

  /**
   * The problem of a file without markers, the first that {@code step} changes, in which the
   * remaining tasks would be read in another way.
   */
  private static ProblemException unclear(Board board, Step step, String violation) {
    FileRole file = step.scope().files().get(0).file();
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        file.in(board).orElse(board.backlog()).path()
            + " does not show clearly enough what its tasks are: after this change, "
            + violation,
        "End the headings, items or lines that are tasks with "
            + ReadingComment.TASK
            + ", those that are not with "
            + ReadingComment.NOTE
            + ", and the headings that name groups with "
            + ReadingComment.GROUP
            + "; 'replenish list -v' shows how the file is read.");
  }

  /**
   * Updates the index for the tasks called {@code ids}, which are already changed in {@code draft}.
   *
   * @throws dev.replenish.board.ProblemException {@code INTERNAL} if the proof fails, which is a
   *     bug in Replenish
   */
  public void updateIndex(Draft draft, Collection<TaskId> ids) {
    if (board.index().isPresent()) {
      List<ExpectedEntry> facts = new ExpectedEntries(draft.board()).of(ids);
      take(draft, IndexUpdate.of(draft.board(), settings.files(), facts));
    }
  }
}
