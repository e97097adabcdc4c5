package dev.replenish.plan.undo;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.plan.BlockEdit;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives tasks of one file back the text that they had before a commit, and removes those that it
 * added (docs/reference/life-cycle.md, "Undo").
 */
public record RevertBlocksStep(List<FileChange> changes, Scope scope, boolean mayBeUnclear)
    implements Step {

  /**
   * A task now and before the commit.
   *
   * @param now the task in the file
   * @param then the file that held it before
   * @param old the task there
   */
  public record Pair(Task now, SourceText then, Task old) {}

  /** The step that changes {@code document}, which is {@code file} of a board. */
  public static RevertBlocksStep of(
      FileRole file, Document document, List<Pair> pairs, List<Task> added) {
    SourceText source = document.source();
    LineEnding ending = source.lineEnding(LineEnding.LF);
    List<Replacement> texts = new ArrayList<>();
    List<BlockEdit> edits = new ArrayList<>();
    for (Pair pair : pairs) {
      Span block = pair.now().block();
      Span old = text(pair.then(), pair.old().block());
      texts.add(new Replacement(text(source, block), pair.then().copy(old, ending)));
      edits.add(
          new BlockEdit(
              pair.now(), List.of(block), Optional.empty(), now -> isAsBefore(now, pair.old())));
    }
    added.forEach(task -> texts.add(Replacement.remove(task.extent())));
    return new RevertBlocksStep(
        FileChange.listOf(source, texts),
        Scope.of(FileScope.of(file).editing(edits).leaving(added).leniently()),
        Stream.concat(pairs.stream().map(Pair::now), added.stream())
            .anyMatch(task -> task.form().isPresent()));
  }

  /** A block without its last line break. */
  private static Span text(SourceText source, Span block) {
    int to = block.to();
    while (to > block.from() && Ascii.isBreak(source.bytes()[to - 1])) {
      to--;
    }
    return new Span(block.from(), to);
  }

  private static boolean isAsBefore(Task now, Task old) {
    return now.id().equals(old.id())
        && now.title().equals(old.title())
        && now.details().status().equals(old.details().status());
  }
}
