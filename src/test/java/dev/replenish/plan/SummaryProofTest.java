package dev.replenish.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Readme;
import dev.replenish.core.BoardFiles;
import dev.replenish.rules.Summary;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Summaries with one error each: the proof must detect every error. */
class SummaryProofTest {
  private static final String MARKED =
      "<!-- replenish:summary -->\nold\n<!-- /replenish:summary -->\n";

  private static final String TASK =
      "## task_begin\n### # [id:A-1][type:dev] Boil water\n**Status:** todo\n## task_end\n\n---\n";

  private static final Board BOARD =
      BoardFiles.backlog(
              "# Tea\n\n"
                  + MARKED
                  + "\n## group_begin [type:dev][priority:high]\n\n"
                  + TASK
                  + "\n## group_end\n")
          .with(Readme.NAME, "# About\n\n" + MARKED)
          .board();

  private static final Document BACKLOG = BOARD.backlog();
  private static final SourceText README = BOARD.readme().orElseThrow().source();
  private static final Span IN_BACKLOG = BACKLOG.summaries().get(0);
  private static final Span IN_README = BOARD.readme().orElseThrow().summaries().get(0);
  private static final String TRUE = new Summary(BOARD).in(README);

  /** The scope of a summary update with other changes. */
  private record Other(List<FileChange> changes) implements Step {
    @Override
    public Scope scope() {
      return SummaryUpdate.of(BOARD).scope();
    }
  }

  private static FileChange edit(SourceText source, Replacement... edits) {
    return FileChange.edit(Edits.of(source, List.of(edits)));
  }

  private static Optional<String> violation(FileChange... changes) {
    return new Draft(BOARD, FileNames.DEFAULT, BoardFiles.READING)
        .take(new Other(List.of(changes)));
  }

  private static final FileChange GOOD_BACKLOG =
      edit(BACKLOG.source(), Replacement.of(IN_BACKLOG, TRUE));
  private static final FileChange GOOD_README = edit(README, Replacement.of(IN_README, TRUE));

  @Test
  void correctSummariesAreProven() {
    assertEquals(2, SummaryUpdate.of(BOARD).changes().size());
    assertEquals(Optional.empty(), violation(GOOD_BACKLOG, GOOD_README));
  }

  @Test
  void outdatedSummaryIsRefused() {
    assertEquals(
        Optional.of("the summary of README.md would not be true"), violation(GOOD_BACKLOG));
    assertEquals(
        Optional.of("the summary of BACKLOG.md would not be true"), violation(GOOD_README));
  }

  @Test
  void wrongSummaryIsRefused() {
    FileChange wrong =
        edit(BACKLOG.source(), Replacement.of(IN_BACKLOG, TRUE.replace("0 of 1", "1 of 1")));
    assertEquals(
        Optional.of("the summary of BACKLOG.md would not be true"), violation(wrong, GOOD_README));
  }

  @Test
  void changeOutsideSummaryIsRefused() {
    FileChange beside =
        edit(
            BACKLOG.source(),
            Replacement.insert(0, "A note.\n\n"),
            Replacement.of(IN_BACKLOG, TRUE));
    assertEquals(
        Optional.of("more than the tasks would change in BACKLOG.md"),
        violation(beside, GOOD_README));
    FileChange readme =
        edit(README, Replacement.insert(0, "A note.\n\n"), Replacement.of(IN_README, TRUE));
    assertEquals(
        Optional.of("more than the summary would change in README.md"),
        violation(GOOD_BACKLOG, readme));
    FileChange wider =
        edit(
            README,
            Replacement.of(new Span(0, IN_README.to()), "<!-- replenish:summary -->\n" + TRUE));
    assertEquals(
        Optional.of("more than the summary would change in README.md"),
        violation(GOOD_BACKLOG, wider));
  }

  @Test
  void changeOfTaskIsRefused() {
    int status = BACKLOG.source().text(new Span(0, BACKLOG.source().length())).indexOf("todo");
    FileChange done =
        edit(
            BACKLOG.source(),
            Replacement.of(IN_BACKLOG, TRUE),
            Replacement.of(new Span(status, status + 4), "done"));
    assertEquals(
        Optional.of("the tasks left in BACKLOG.md would not be the ones that stay"),
        violation(done, GOOD_README));
  }

  @Test
  void otherStepsMustNotWriteReadme() {
    Step step =
        new Step() {
          @Override
          public List<FileChange> changes() {
            return List.of(GOOD_README);
          }

          @Override
          public Scope scope() {
            return Scope.NOTHING;
          }
        };
    assertEquals(
        Optional.of("other files would change than those of the step"),
        new Draft(BOARD, FileNames.DEFAULT, BoardFiles.READING).take(step));
  }
}
