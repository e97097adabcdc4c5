package dev.replenish.plan.undo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.plan.AppendedBlocks;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.TextRule;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Puts a task back into its group in the backlog: next to its former neighbours, else after the
 * last task (docs/reference/life-cycle.md, "Deferring").
 */
public record ReturnStep(List<FileChange> changes, Scope scope, boolean mayBeUnclear)
    implements Step {

  /**
   * The step that returns {@code task}.
   *
   * @param file the file of {@code now} that holds the task
   * @param home the group of its backlog to which it returns
   * @param old the backlog that it was once taken from; empty if unknown
   */
  public static ReturnStep of(
      Board now, FileRole file, Task task, Group home, Optional<Document> old, FileNames files) {
    Document from = file.in(now).orElseThrow();
    SourceText backlog = now.backlog().source();
    Edits back =
        old.map(then -> new ReturnPlacement(now, from, home, then, files).edits(List.of(task)))
            .orElseGet(() -> Edits.of(backlog, List.of(atEnd(backlog, from, task, home))));
    Edits out = Edits.of(from.source(), List.of(Replacement.remove(task.extent())));
    Scope scope =
        Scope.of(
            FileScope.of(FileRole.BACKLOG)
                .arriving(
                    Arrival.of(from, List.of(task))
                        .into(group -> group.label().equals(home.label())))
                .allowing(TextRule.reducedAuditComment())
                .leniently(),
            FileScope.of(file).leaving(List.of(task)).leniently());
    return new ReturnStep(
        List.of(FileChange.edit(back), FileChange.edit(out)), scope, task.form().isPresent());
  }

  private static Replacement atEnd(SourceText backlog, Document from, Task task, Group home) {
    LineEnding ending = backlog.lineEnding(LineEnding.LF);
    List<Task> tasks = home.tasks();
    Optional<Span> last =
        tasks.stream()
            .map(task.form().isEmpty() ? Task::extent : Task::block)
            .reduce((first, second) -> second);
    int at = last.map(Span::to).orElse(home.position().end());
    String before = backlog.atLineStart(at) ? "" : ending.text();
    if (task.form().isEmpty()) {
      AppendedBlocks block = new AppendedBlocks(from.source(), ending);
      block.appendText(before);
      block.appendTask(task);
      block.appendText(ending.text());
      return new Replacement(Span.at(at), block.bytes());
    }
    String gap = task.form().get().isSection() ? ending.text() : "";
    String block = new String(from.source().copy(task.block(), ending), UTF_8);
    return Replacement.insert(at, before + gap + ending.end(block));
  }
}
