package dev.replenish.plan.undo;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.plan.BlockEdit;
import dev.replenish.plan.BoardFile;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Ascii;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives tasks of one file the text back that they had before a commit, and takes those out that it
 * added (docs/reference/life-cycle.md, "Undo").
 */
public final class RevertBlocksStep implements Step {
  private final BoardFile file;
  private final SourceText source;
  private final List<Pair> pairs;
  private final List<Task> added;

  /**
   * A task as it is, and as it was.
   *
   * @param now the task in the file
   * @param then the file in which it was
   * @param old the task there
   */
  public record Pair(Task now, SourceText then, Task old) {}

  /** The change of {@code document}, which is {@code file} of a board. */
  public RevertBlocksStep(BoardFile file, Document document, List<Pair> pairs, List<Task> added) {
    this.file = file;
    this.source = document.source();
    this.pairs = List.copyOf(pairs);
    this.added = List.copyOf(added);
  }

  @Override
  public boolean mayBeUnclear() {
    return pairs.stream().anyMatch(pair -> pair.now().form().isPresent())
        || added.stream().anyMatch(task -> task.form().isPresent());
  }

  @Override
  public List<FileChange> changes() {
    List<Replacement> edits = new ArrayList<>();
    for (Pair pair : pairs) {
      edits.add(new Replacement(text(source, pair.now().block()), text(pair)));
    }
    added.forEach(task -> edits.add(Replacement.remove(task.extent())));
    return edits.isEmpty() ? List.of() : List.of(FileChange.edit(Edits.of(source, edits)));
  }

  private byte[] text(Pair pair) {
    LineEnding ending = source.lineEnding(LineEnding.LF);
    return pair.then().copy(text(pair.then(), pair.old().block()), ending);
  }

  /** A block without the end of its last line. */
  private static Span text(SourceText source, Span block) {
    int to = block.to();
    while (to > block.from() && Ascii.isBreak(source.bytes()[to - 1])) {
      to--;
    }
    return new Span(block.from(), to);
  }

  @Override
  public Scope scope() {
    List<BlockEdit> edits = new ArrayList<>();
    for (Pair pair : pairs) {
      edits.add(
          new BlockEdit(
              pair.now(),
              List.of(pair.now().block()),
              Optional.empty(),
              now -> isAsBefore(now, pair.old())));
    }
    return Scope.of(FileScope.of(file).editing(edits).leaving(added).leniently());
  }

  private static boolean isAsBefore(Task now, Task old) {
    return now.id().equals(old.id())
        && now.title().equals(old.title())
        && now.details().status().equals(old.details().status());
  }
}
