package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.board.Readme;
import dev.replenish.rules.Progress;
import dev.replenish.rules.Summary;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/** Checks what a step did to the summaries of a board, after its files were read again. */
final class SummaryProof {
  private SummaryProof() {}

  /**
   * What is wrong, if anything.
   *
   * @param readme the change of the README; empty if it does not change
   */
  static Optional<String> violation(Board before, Board after, Optional<FileChange> readme) {
    if (!Progress.of(before).equals(Progress.of(after))) {
      return Optional.of("the numbers of tasks would change");
    }
    Summary summary = new Summary(before);
    List<Span> now = after.backlog().summaries();
    if (now.size() != before.backlog().summaries().size()
        || !areTrue(summary, after.backlog().source(), now)) {
      return Optional.of("the summary of " + after.backlog().path() + " would not be true");
    }
    return readme(before, after, readme, summary);
  }

  private static boolean areTrue(Summary summary, SourceText source, List<Span> summaries) {
    return summaries.stream().allMatch(each -> summary.isIn(source, each));
  }

  private static Optional<String> readme(
      Board before, Board after, Optional<FileChange> change, Summary summary) {
    List<Span> old = before.readme().map(Readme::summaries).orElse(List.of());
    if (change.isPresent() && !staysWithin(change.get(), old)) {
      return Optional.of("more than the summary would change in " + Readme.NAME);
    }
    List<Span> now = after.readme().map(Readme::summaries).orElse(List.of());
    boolean right =
        now.size() == old.size()
            && after.readme().map(file -> areTrue(summary, file.source(), now)).orElse(true);
    return right
        ? Optional.empty()
        : Optional.of("the summary of " + Readme.NAME + " would not be true");
  }

  private static boolean staysWithin(FileChange change, List<Span> summaries) {
    List<Replacement> edits = change.edits().map(Edits::replacements).orElse(List.of());
    return change.edits().isPresent()
        && edits.stream().map(Replacement::span).allMatch(summaries::contains);
  }
}
