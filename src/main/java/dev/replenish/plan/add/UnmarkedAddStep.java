package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.plan.Arrival;
import dev.replenish.plan.BoardFile;
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
 * Writes a new task into a backlog without markers, as the tasks beside it are written
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
   * The task that a new one is written like, where its id is visible: the new one needs the next of
   * its kind.
   */
  public static Optional<Task> numbered(AddSite site) {
    boolean shown = new SiblingText(site, "").visibleId().isPresent();
    return Optional.of(site.sibling()).filter(task -> shown);
  }

  /**
   * The step that adds {@code task} to {@code backlog}, at a place of it.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} where tasks there are lines, and this one has
   *     more than a title
   */
  public static UnmarkedAddStep on(Document backlog, UnmarkedDraft task, AddSite site) {
    if (!task.isTitle() && site.sibling().form().orElseThrow().isLine()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          site.source().location(site.sibling().block().from()),
          "tasks are lines of text there, which have room for nothing but a title",
          "Add it with its title alone, or where tasks are written in another way.");
    }
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    List<UnmarkedAddStep> ways = new ArrayList<>();
    List<String> blocks = new SiblingText(site, newLine).of(task);
    for (String block : blocks.subList(1, blocks.size())) {
      ways.add(way(backlog, task, site, block, List.of()));
    }
    return way(backlog, task, site, blocks.get(0), ways);
  }

  private static UnmarkedAddStep way(
      Document backlog,
      UnmarkedDraft task,
      AddSite site,
      String block,
      List<UnmarkedAddStep> otherwise) {
    Replacement edit = Replacement.insert(site.offset(), placed(backlog, site, block));
    return new UnmarkedAddStep(task, site, backlog.source(), block, edit, otherwise);
  }

  /** The lines with what sets them apart from those around them. */
  public static String placed(Document backlog, AddSite site, String lines) {
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    Neighbours place = new Neighbours(backlog.source(), site.offset());
    boolean section =
        site.sibling().form().map(UnmarkedForm::kind).orElseThrow() == UnmarkedForm.Kind.SECTION;
    boolean behind = !site.empty() && site.source() == backlog.source();
    String gap = behind ? gap(backlog, site.sibling()) : "";
    if (behind && site.sibling().form().orElseThrow().isLine()) {
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
    if (!place.atLineStart()) { // the file goes on not ending its last line
      text.setLength(text.length() - newLine.length());
    }
    return text.toString();
  }

  /** Whether a task is right above or below a line, in the same paragraph. */
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

  /** The new task in a board to which it was added, in this way or another. */
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

  /** The task comes in once, into the group that was meant, and says what it should. */
  @Override
  public Scope scope() {
    Arrival arrival = Arrival.of(List.of(Arrival.Block.written(block, this::objection)));
    if (!site.isParked()) {
      arrival = arrival.into(site::isIn);
    }
    return Scope.of(FileScope.of(BoardFile.BACKLOG).arriving(arrival));
  }

  private Optional<String> objection(Task read) {
    boolean says =
        read.title().replace("\\", "").contains(task.title().replace("\\", ""))
            && (site.isParked()
                ? read.flaws().contains(TaskDefect.PARKED)
                : read.details().status().equals(Optional.of(Status.TODO)) && !read.isUnsettled())
            && task.id().map(id -> read.id().equals(Optional.of(id))).orElse(true);
    return says ? Optional.empty() : Optional.of("the new task would not say what it should");
  }
}
