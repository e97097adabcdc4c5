package dev.replenish.app.board;

import dev.replenish.board.Board;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ProblemException;
import dev.replenish.rules.BatchFilter;
import dev.replenish.settings.SettingKey;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The working rules that a board's files state themselves. Commands obey them unless a setting
 * overrides them (docs/reference/unmarked.md, "House rules").
 */
public final class StatedPolicies {
  private static final String COMMIT_NEXT =
      "To commit anyway: git config replenish.houseRules override";
  private static final String SIZE_NEXT =
      "Set the number, for example: git config replenish.batchSize 1";

  private final Settings settings;
  private final List<Finding> stated;

  public StatedPolicies(Board board, Settings settings) {
    this.settings = settings;
    this.stated = new ArrayList<>(board.backlog().findings());
    if (board.todo().isPresent()) {
      stated.addAll(board.todo().get().findings());
    }
  }

  /**
   * Refuses a commit that the files forbid.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} with the line and the setting
   */
  public void requireCommit() {
    commitForbidden().ifPresent(rule -> refuse(rule, COMMIT_NEXT));
  }

  /**
   * Refuses a batch if the files ask for one task at a time and no setting gives the batch size.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} with the line and the setting
   */
  public void requireBatch(BatchFilter narrowing) {
    oneAtATime(narrowing).ifPresent(rule -> refuse(rule, SIZE_NEXT));
  }

  private static void refuse(Finding rule, String next) {
    throw new ProblemException(ErrorCode.INVALID_DOCUMENT, rule.where(), rule.message(), next);
  }

  /** The reasons why a run would refuse, for the output of a plan. */
  public List<String> notices(BatchFilter narrowing) {
    List<String> notices = new ArrayList<>();
    commitForbidden().ifPresent(rule -> notices.add(notice(rule, COMMIT_NEXT)));
    oneAtATime(narrowing).ifPresent(rule -> notices.add(notice(rule, SIZE_NEXT)));
    return notices;
  }

  private static String notice(Finding rule, String next) {
    return rule.where() + ": " + rule.message() + ", so a run refuses. " + next;
  }

  private Optional<Finding> commitForbidden() {
    return settings.overridesHouseRules() ? Optional.empty() : first(FindingCode.COMMIT_FORBIDDEN);
  }

  private Optional<Finding> oneAtATime(BatchFilter narrowing) {
    boolean sizeGiven = settings.isSet(SettingKey.BATCH_SIZE) || narrowing.max() == 1;
    return sizeGiven || settings.overridesHouseRules()
        ? Optional.empty()
        : first(FindingCode.ONE_AT_A_TIME);
  }

  private Optional<Finding> first(FindingCode code) {
    for (Finding finding : stated) {
      if (finding.code() == code) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }
}
