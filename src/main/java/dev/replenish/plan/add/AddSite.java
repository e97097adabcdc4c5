package dev.replenish.plan.add;

import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.ReadingComment;
import dev.replenish.board.Task;
import dev.replenish.board.TaskDefect;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import dev.replenish.text.SourceText;
import dev.replenish.text.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a new task goes in a backlog without markers (docs/reference/adding.md, "Other ways of
 * writing").
 *
 * @param sibling the task that serves as the model; the new task follows it if it is in the same
 *     section
 * @param source the text that holds the sibling: that of the backlog, or of another file of the
 *     board
 * @param offset where the new task begins: the start of a line, or the end of the file
 * @param empty whether the section has no task yet
 * @param frame the lines that must be written before the new task: the header of its table; "" if
 *     none
 * @param type the type of the new task when it is read back
 * @param priority the priority of the new task when it is read back
 */
public record AddSite(
    Task sibling,
    SourceText source,
    int offset,
    boolean empty,
    String frame,
    Optional<String> type,
    Optional<Priority> priority) {

  private static final int MOST_NAMES = 400;

  /**
   * The site for {@code place}: after the last open task of the last group that fits, else in a
   * fitting section without tasks.
   *
   * @param others the other files of the board: their tasks serve as models if the backlog has none
   * @throws dev.replenish.board.ProblemException {@code USAGE} if there is none, with the existing
   *     headings
   */
  public static AddSite in(Document backlog, AddPlace place, List<Document> others) {
    return all(backlog, place, others).get(0);
  }

  /**
   * The same site, followed by the others that fit.
   *
   * @throws dev.replenish.board.ProblemException as {@link #in} does
   */
  public static List<AddSite> all(Document backlog, AddPlace place, List<Document> others) {
    List<AddSite> sites = afterTasks(backlog, place);
    inEmptySection(backlog, place, others).ifPresent(sites::add);
    if (sites.isEmpty()) {
      UngroupedTasks ungrouped = new UngroupedTasks(backlog);
      Task sibling =
          ungrouped
              .finished(place)
              .or(() -> place.under().flatMap(ungrouped::parked))
              .orElseThrow(() -> nowhere(backlog, place, ungrouped));
      sites.add(after(backlog, sibling));
    }
    return sites;
  }

  private static List<AddSite> afterTasks(Document backlog, AddPlace place) {
    List<AddSite> sites = new ArrayList<>();
    for (Group group : backlog.groups()) {
      Optional<String> heading =
          group.section().map(Group.Section::heading).map(ReadingComment::withoutLast);
      List<Task> settled = group.tasks().stream().filter(task -> !task.isUnsettled()).toList();
      if (!settled.isEmpty() && place.fits(heading, group.type(), group.priority())) {
        Task sibling = settled.get(settled.size() - 1);
        AddSite site = after(backlog, sibling);
        sites.add(
            0,
            new AddSite(
                sibling, site.source(), site.offset(), false, "", group.type(), group.priority()));
      }
    }
    return sites;
  }

  private static AddSite after(Document backlog, Task sibling) {
    SourceText source = backlog.source();
    int offset = nextLine(source, sibling.block().to());
    return new AddSite(sibling, source, offset, false, "", sibling.type(), sibling.priority());
  }

  /** Whether the tasks there have the priority of the sibling. */
  boolean hasPriorityOfSibling() {
    return priority.equals(sibling.priority());
  }

  /** Whether a task there is read as one of {@code group}. */
  public boolean isIn(Group group) {
    return group.type().equals(type) && group.priority().equals(priority);
  }

  /** Whether the tasks there are parked. */
  boolean isParked() {
    return sibling.defects().contains(TaskDefect.PARKED);
  }

  private static Optional<AddSite> inEmptySection(
      Document backlog, AddPlace place, List<Document> others) {
    List<Document> files = new ArrayList<>(List.of(backlog));
    files.addAll(others);
    return backlog.insertions().sites().stream()
        .filter(site -> place.fits(Optional.empty(), site.type(), site.priority()))
        .reduce((one, other) -> other)
        .flatMap(
            site ->
                inEmptyTable(site, files)
                    .or(() -> first(files, file -> at(site, file, false)))
                    .or(() -> first(files, file -> at(site, file, true))));
  }

  private static Optional<AddSite> first(
      List<Document> files, Function<Document, Optional<AddSite>> search) {
    return files.stream().flatMap(file -> search.apply(file).stream()).findFirst();
  }

  /** A site below the header of a table into which a task of one of the files fits. */
  private static Optional<AddSite> inEmptyTable(InsertionSite site, List<Document> files) {
    for (InsertionSite.RunEnd runEnd : site.runEnds()) {
      for (Document file : files) {
        for (Task task : file.tasks()) {
          if (UnmarkedForm.text(file.source(), task.form().orElseThrow().frame())
              .equals(runEnd.frame())) {
            int at = runEnd.behind().offset();
            return Optional.of(
                new AddSite(task, file.source(), at, false, "", site.type(), site.priority()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A site at the end of the section, modelled on most tasks of {@code file}. */
  private static Optional<AddSite> at(InsertionSite site, Document file, boolean rows) {
    return usual(file, rows)
        .map(
            task ->
                new AddSite(
                    task,
                    file.source(),
                    site.end().offset(),
                    true,
                    UnmarkedForm.text(file.source(), task.form().orElseThrow().frame()),
                    site.type(),
                    site.priority()));
  }

  /**
   * The last task of the most common form: among table rows if {@code rows}, else among tasks that
   * need no frame.
   */
  private static Optional<Task> usual(Document file, boolean rows) {
    Map<UnmarkedForm.Kind, List<Task>> forms = new LinkedHashMap<>();
    for (Task task : file.tasks()) {
      UnmarkedForm form = task.form().orElseThrow();
      if (rows ? form.isRow() : !form.isRow() && form.frame().isEmpty()) {
        forms.computeIfAbsent(form.kind(), kind -> new ArrayList<>()).add(task);
      }
    }
    return forms.values().stream()
        .max(Comparator.comparing(List::size))
        .map(tasks -> tasks.get(tasks.size() - 1));
  }

  private static ProblemException nowhere(
      Document backlog, AddPlace place, UngroupedTasks ungrouped) {
    Map<String, String> names = new LinkedHashMap<>(); // as they are written, by how they compare
    for (Group group : backlog.groups()) {
      group
          .section()
          .map(Group.Section::heading)
          .map(ReadingComment::withoutLast)
          .ifPresent(name -> names.putIfAbsent(AddPlace.folded(name), name));
    }
    for (InsertionSite site : backlog.insertions().sites()) {
      site.type().ifPresent(type -> names.putIfAbsent(AddPlace.folded(type), type));
    }
    ungrouped.headings().forEach(name -> names.putIfAbsent(AddPlace.folded(name), name));
    List<String> known = List.copyOf(names.values());
    Optional<Task> unclear = backlog.tasks().stream().filter(Task::isUnsettled).findFirst();
    if (unclear.isPresent()
        && (place.words().isEmpty() || names.containsKey(AddPlace.folded(place.words())))) {
      return new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          new Location(backlog.path(), unclear.get().line(), 1),
          "no task can serve as a model: it is not clear which lines are tasks",
          "Make it clear as 'replenish check' advises, and commit.");
    }
    String near =
        Suggestion.to(place.words(), known)
            .map(one -> "Did you mean '" + OneLine.clean(one) + "'?")
            .orElse(
                "There are: "
                    + OneLine.cut(OneLine.line(String.join(", ", known)) + ".", MOST_NAMES));
    return new ProblemException(
        ErrorCode.USAGE,
        Location.of(backlog.path()),
        "there is no heading '" + place.words() + "'",
        known.isEmpty() ? "Write the heading first, and commit." : near);
  }

  /** The start of the line after a block that ends at {@code at}. */
  public static int nextLine(SourceText source, int at) {
    return source.atLineStart(at) ? at : LineWalk.next(source.bytes(), at);
  }
}
