package dev.replenish.plan.edit;

import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.AddSite;
import dev.replenish.plan.add.UnmarkedAddStep;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves a task that no markers enclose after the last one of another section
 * (docs/reference/editing.md, "Another group").
 */
public record SectionStep(Document backlog, Task task, List<AddSite> sites) implements Step {

  /**
   * The step that moves {@code task} to the first of the sections that {@code places} name.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} if there is none, {@code
   *     INVALID_DOCUMENT} if its tasks are written in another way
   */
  public static SectionStep to(Document backlog, Task task, List<AddPlace> places) {
    List<AddSite> sites = new ArrayList<>();
    places.forEach(place -> sites.addAll(AddSite.all(backlog, place, List.of())));
    SourceText source = backlog.source();
    List<AddSite> alike =
        sites.stream()
            .filter(site -> style(source, task).equals(style(source, site.sibling())))
            .filter(site -> isOutside(task.extent(), site.offset()))
            .toList();
    if (alike.isEmpty()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          source.location(sites.get(0).sibling().block().from()),
          "the tasks there are written differently from " + task.name(),
          "Move it by hand, and commit.");
    }
    return new SectionStep(backlog, task, alike);
  }

  private static boolean isOutside(Span extent, int offset) {
    return offset <= extent.from() || offset >= extent.to();
  }

  /** What tasks next to each other must have in common: their form, frame and lead. */
  static List<Object> style(SourceText source, Task task) {
    UnmarkedForm form = task.form().orElseThrow();
    return List.of(
        form.kind(), UnmarkedForm.text(source, form.frame()), form.lead(source, task.block()));
  }

  private String block() {
    SourceText source = backlog.source();
    return source.lineEnding(LineEnding.LF).end(source.text(task.block()));
  }

  @Override
  public List<FileChange> changes() {
    AddSite site = sites.get(0);
    String text = UnmarkedAddStep.placed(backlog, site, block());
    Replacement removal = Replacement.remove(task.extent());
    Replacement insertion = Replacement.insert(site.offset(), text);
    return List.of(FileChange.edit(Edits.of(backlog.source(), List.of(insertion, removal))));
  }

  @Override
  public List<SectionStep> otherwise() {
    return sites.stream()
        .skip(1)
        .map(site -> new SectionStep(backlog, task, List.of(site)))
        .toList();
  }

  /** The task is removed and inserted unchanged into the other group. */
  @Override
  public Scope scope() {
    Arrival arrival =
        Arrival.of(List.of(Arrival.Block.written(block(), this::objection)))
            .into(sites.get(0)::isIn);
    return Scope.of(FileScope.of(FileRole.BACKLOG).leaving(List.of(task)).arriving(arrival));
  }

  private Optional<String> objection(Task now) {
    boolean same =
        now.details().status().equals(task.details().status())
            && now.title().equals(task.title())
            && (!task.isNamed() || now.id().equals(task.id()));
    return same ? Optional.empty() : Optional.of(task.name() + " would change");
  }
}
