package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileScope;
import dev.replenish.plan.Neighbours;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes a new task into a backlog without markers, in the style of the tasks next to it
 * (docs/reference/adding.md, "Other ways of writing").
 */
public record UnmarkedAddStep(
    UnmarkedDraft task,
    AddSite site,
    SourceText source,
    String block,
    Replacement edit,
    List<UnmarkedAddStep> otherwise)
    implements Step {

  /**
   * The task that serves as the model, if its id is visible: then the new task needs the next id of
   * its kind.
   */
  public static Optional<Task> numbered(AddSite site) {
    boolean shown = new SiblingText(site, "").visibleId().isPresent();
    return Optional.of(site.sibling()).filter(task -> shown);
  }

  /**
   * The step that adds {@code task} to {@code backlog} at {@code site}.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} if tasks there are lines of text, and this
   *     one has more than a title
   */
  public static UnmarkedAddStep on(Document backlog, UnmarkedDraft task, AddSite site) {
    if (!task.hasOnlyTitle() && site.sibling().form().orElseThrow().isLine()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          site.source().location(site.sibling().block().from()),
          "tasks are lines of text there, which can hold only a title",
          "Add it with its title alone, or in a section whose tasks have another form.");
    }
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    List<UnmarkedAddStep> ways = new ArrayList<>();
    List<String> blocks = new SiblingText(site, newLine).of(task);
    for (String block : blocks.subList(1, blocks.size())) {
      ways.add(alternative(backlog, task, site, block, List.of()));
    }
    return alternative(backlog, task, site, blocks.get(0), ways);
  }

  private static UnmarkedAddStep alternative(
      Document backlog,
      UnmarkedDraft task,
      AddSite site,
      String block,
      List<UnmarkedAddStep> otherwise) {
    Replacement edit = Replacement.insert(site.offset(), placed(backlog, site, block));
    return new UnmarkedAddStep(task, site, backlog.source(), block, edit, otherwise);
  }

  /** The lines with the line breaks and separators that separate them from those around. */
  public static String placed(Document backlog, AddSite site, String lines) {
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    Neighbours place = new Neighbours(backlog.source(), site.offset());
    boolean section =
        site.sibling().form().map(UnmarkedForm::kind).orElseThrow() == UnmarkedForm.Kind.SECTION;
    boolean followsSibling = !site.empty() && site.source() == backlog.source();
    String gap = followsSibling ? gap(backlog, site.sibling()) : "";
    if (followsSibling && site.sibling().form().orElseThrow().isLine()) {
      gap = isAmongLines(backlog, site.sibling()) ? "" : newLine;
    }
    StringBuilder text = new StringBuilder(place.atLineStart() ? "" : newLine);
    if (site.empty() || section) {
      text.append(place.atLineStart() && place.blankBefore() ? "" : newLine);
    } else {
      text.append(gap.isBlank() && !gap.isEmpty() ? newLine : "");
    }
    text.append(gap.contains("-") ? "---" + newLine + newLine : "");
    text.append(site.frame().replace("\n", newLine)).append(lines);
    boolean atEnd = site.offset() == backlog.source().length();
    if ((site.empty() || section) && !atEnd && !place.blankAfter()) {
      text.append(newLine);
    }
    if (!place.atLineStart()) { // the file still has no final line break
      text.setLength(text.length() - newLine.length());
    }
    return text.toString();
  }

  /** Whether another task is right above or below {@code line}, in the same paragraph. */
  private static boolean isAmongLines(Document backlog, Task line) {
    Span block = line.block();
    return backlog.tasks().stream()
        .anyMatch(one -> one.block().to() == block.from() || one.block().from() == block.to());
  }

  /** The lines between a task and the one above it: none, blank ones, or a separator. */
  public static String gap(Document backlog, Task sibling) {
    SourceText source = backlog.source();
    Optional<Task> above =
        backlog.tasks().stream()
            .filter(task -> task.block().to() <= sibling.block().from())
            .reduce((one, other) -> other);
    int from = above.map(task -> AddSite.nextLine(source, task.block().to())).orElse(0);
    int to = sibling.block().from();
    String lines = above.isEmpty() || to < from ? "" : source.text(new Span(from, to));
    boolean apart = lines.chars().allMatch(c -> "-\r\n \t".indexOf(c) >= 0);
    return apart ? lines : "";
  }

  @Override
  public List<FileChange> changes() {
    return List.of(FileChange.edit(Edits.of(source, List.of(edit))));
  }

  @Override
  public boolean mayBeUnclear() {
    return true;
  }

  /** The new task in {@code after}, to which this step or an alternative of it was applied. */
  public Optional<Task> added(Document after) {
    int shortest = edit.bytes().length;
    for (UnmarkedAddStep way : otherwise) {
      shortest = Math.min(shortest, way.edit.bytes().length);
    }
    Span begin = new Span(site.offset(), site.offset() + shortest);
    return after.tasks().stream()
        .filter(one -> begin.contains(Span.at(one.block().from())))
        .min(Comparator.comparing(one -> one.block().from()));
  }

  /** The task is inserted once, into the intended group, with the requested content. */
  @Override
  public Scope scope() {
    Arrival arrival = Arrival.of(List.of(Arrival.Block.written(block, this::objection)));
    if (!site.isParked()) {
      arrival = arrival.into(site::isIn);
    }
    return Scope.of(FileScope.of(FileRole.BACKLOG).arriving(arrival));
  }

  private Optional<String> objection(Task read) {
    boolean right =
        read.title().replace("\\", "").contains(task.title().replace("\\", ""))
            && (site.isParked()
                ? read.defects().contains(TaskDefect.PARKED)
                : read.details().status().equals(Optional.of(Status.TODO)) && !read.isUnsettled())
            && task.id().map(id -> read.id().equals(Optional.of(id))).orElse(true);
    return right
        ? Optional.empty()
        : Optional.of("the new task would not have the requested content");
  }
}
