package dev.replenish.plan.undo;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.plan.AuditComment;
import dev.replenish.plan.Explicit;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.UnmarkedPlacement;
import dev.replenish.text.Ascii;
import dev.replenish.text.Edits;
import dev.replenish.text.LineEnding;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts blocks back into a backlog that has changed since: before the task that followed, else after
 * the one that preceded, else before the group's tasks (docs/reference/life-cycle.md, "Undo").
 */
public final class ReturnPlacement {
  private static final byte[] NOTHING = {};
  private static final Span NONE = Span.at(0);
  private static final Pattern GAP = Pattern.compile("\\s*+(?:-{3,}+|\\*{3,}+|_{3,}+)?+\\s*+");

  private final Document now;
  private final SourceText source;
  private final SourceText todo;
  private final Group home;
  private final Document old;
  private final FileNames files;

  ReturnPlacement(Board now, Document from, Group home, Document old, FileNames files) {
    this.now = now.backlog();
    this.source = now.backlog().source();
    this.todo = from.source();
    this.home = home;
    this.old = old;
    this.files = files;
  }

  /**
   * The group to which the tasks called {@code ids} return: the one that still records their move,
   * else one with a former neighbour, else the one with the same tags and the same place among
   * those with these tags.
   *
   * @param now the current backlog
   * @param old the backlog that they were taken from
   */
  public static Optional<Group> home(
      Document now, Document old, Collection<TaskId> ids, FileNames files) {
    List<Group> alike = new ArrayList<>();
    Group formerGroup = formerGroup(old, ids).orElse(null);
    if (formerGroup == null) {
      return Optional.empty();
    }
    now.groups().stream()
        .filter(group -> group.isSound() && group.label().equals(formerGroup.label()))
        .forEach(alike::add);
    List<String> neighbours = formerGroup.tasks().stream().map(Task::name).toList();
    return alike.stream()
        .filter(
            group -> moveComment(now.source(), group, names(formerGroup, ids), files).isPresent())
        .findFirst()
        .or(
            () ->
                alike.stream()
                    .filter(g -> g.tasks().stream().map(Task::name).anyMatch(neighbours::contains))
                    .findFirst())
        .or(() -> alike.stream().skip(place(old, formerGroup)).findFirst())
        .or(() -> alike.stream().findFirst())
        .or(() -> emptied(now, formerGroup));
  }

  /** The section of {@code formerGroup}, if no task is left there. */
  private static Optional<Group> emptied(Document now, Group formerGroup) {
    Optional<List<String>> outer = formerGroup.section().map(Group.Section::outer);
    return now.insertions().sites().stream()
        .filter(
            site ->
                site.type().equals(formerGroup.type())
                    && site.priority().equals(formerGroup.priority()))
        .filter(site -> outer.filter(site.outer()::equals).isPresent())
        .map(site -> at(now, site, formerGroup))
        .findFirst();
  }

  private static Group at(Document now, InsertionSite site, Group formerGroup) {
    int heading = Math.max(now.source().start(), site.from() - 1);
    return new Group(
        formerGroup.type(),
        formerGroup.priority(),
        formerGroup.tags(),
        new Group.Position(
            Span.at(heading),
            now.source().location(heading).line(),
            site.end().offset(),
            site.end(),
            false),
        false,
        List.of(),
        formerGroup.section());
  }

  /** The one group of {@code old} that held all of {@code ids}. */
  private static Optional<Group> formerGroup(Document old, Collection<TaskId> ids) {
    return old.groups().stream()
        .filter(group -> Task.ids(group.tasks()).containsAll(ids))
        .findFirst();
  }

  private static List<String> names(Group formerGroup, Collection<TaskId> ids) {
    return formerGroup.tasks().stream().filter(task -> task.isOneOf(ids)).map(Task::name).toList();
  }

  private static long place(Document document, Group group) {
    return document.groups().stream()
        .takeWhile(other -> other.line() < group.line())
        .filter(other -> other.label().equals(group.label()))
        .count();
  }

  /** The edits that put {@code tasks} back, in their former order. */
  Edits edits(List<Task> tasks) {
    List<TaskId> ids = Task.ids(tasks);
    Group formerGroup = formerGroup(old, ids).orElseThrow();
    List<Replacement> edits = new ArrayList<>();
    Optional<InsertionSite> site = site();
    site.ifPresent(empty -> edits.addAll(intoEmptySection(empty, formerGroup, tasks)));
    for (Task origin : site.isPresent() ? List.<Task>of() : formerGroup.tasks()) {
      tasks.stream()
          .filter(task -> task.id().equals(origin.id()))
          .map(task -> insertion(formerGroup, origin, task))
          .forEach(edits::add);
    }
    List<String> names = names(formerGroup, ids);
    moveComment(source, home, names, files)
        .ifPresent(comment -> edits.add(withoutNames(comment, names, edits)));
    return Edits.of(source, edits);
  }

  /** The section without tasks to which they return, if it is one. */
  private Optional<InsertionSite> site() {
    return now.insertions().sites().stream()
        .filter(site -> home.tasks().isEmpty() && site.end().offset() == home.position().end())
        .findFirst();
  }

  private List<Replacement> intoEmptySection(
      InsertionSite site, Group formerGroup, List<Task> tasks) {
    List<Task> ordered = new ArrayList<>();
    for (Task origin : formerGroup.tasks()) {
      tasks.stream().filter(task -> task.id().equals(origin.id())).forEach(ordered::add);
    }
    LineEnding ending = source.lineEnding(LineEnding.LF);
    return new UnmarkedPlacement(todo, ordered, ending, Explicit.LEAST).in(now, site);
  }

  /** Inserts the current block, separated as it was. */
  private Replacement insertion(Group formerGroup, Task origin, Task task) {
    List<Task> neighbours = formerGroup.tasks();
    int index = neighbours.indexOf(origin);
    Span below = new Span(origin.block().to(), origin.extent().to());
    for (int i = index + 1; i < neighbours.size(); i++) {
      Optional<Task> here = here(neighbours, i);
      if (here.isPresent()) {
        return insertion(here.get().block().from(), NONE, task, below);
      }
    }
    for (int i = index - 1; i >= 0; i--) {
      Optional<Task> here = here(neighbours, i);
      if (here.isPresent()) {
        return task.form().isPresent()
            ? insertion(here.get().block().to(), above(origin), task, NONE)
            : insertion(here.get().extent().to(), NONE, task, below);
      }
    }
    int first = home.tasks().isEmpty() ? home.position().end() : home.tasks().get(0).block().from();
    return insertion(first, NONE, task, below);
  }

  /** What separated the task from the one above it: blank lines and a rule. */
  private Span above(Task origin) {
    int to = origin.block().from();
    int from =
        old.tasks().stream()
            .map(task -> task.block().to())
            .filter(end -> end <= to)
            .reduce(to, (first, second) -> second);
    int start = old.source().atLineStart(from) ? from : LineWalk.next(old.source().bytes(), from);
    Span gap = new Span(start, to);
    return GAP.matcher(old.source().text(gap)).matches() ? gap : NONE;
  }

  private Replacement insertion(int at, Span above, Task task, Span below) {
    LineEnding ending = source.lineEnding(LineEnding.LF);
    byte[] newLine = ending.text().getBytes(StandardCharsets.US_ASCII);
    byte[] block = todo.copy(task.block(), ending);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(source.atLineStart(at) ? NOTHING : newLine);
    out.writeBytes(old.source().copy(above, ending));
    out.writeBytes(block);
    out.writeBytes(Ascii.isBreak(block[block.length - 1]) ? NOTHING : newLine);
    out.writeBytes(old.source().copy(below, ending));
    return new Replacement(Span.at(at), out.toByteArray());
  }

  /**
   * A former neighbour as it is now; if several have its id, the one in the same place among them.
   */
  private Optional<Task> here(List<Task> neighbours, int index) {
    Optional<TaskId> id = neighbours.get(index).id();
    List<Task> then = withId(id, neighbours);
    List<Task> now = withId(id, home.tasks());
    return id.isPresent() && then.size() == now.size()
        ? Optional.of(now.get(then.indexOf(neighbours.get(index))))
        : Optional.empty();
  }

  private static List<Task> withId(Optional<TaskId> id, List<Task> tasks) {
    return tasks.stream().filter(task -> task.id().equals(id)).toList();
  }

  /** The line of the comment about the move of these tasks, if the group still has it. */
  private static Optional<Span> moveComment(
      SourceText source, Group group, List<String> names, FileNames files) {
    String noun = names.size() == 1 ? "<!-- Task " : "<!-- Tasks ";
    String comment = noun + String.join(", ", names) + " moved to " + files.todo() + " on ";
    byte[] bytes = source.bytes();
    int at = LineWalk.next(bytes, group.marker().to());
    while (at < group.position().end()) {
      int next = LineWalk.next(bytes, at);
      int from = at;
      boolean inTask =
          group.tasks().stream()
              .anyMatch(task -> task.block().from() <= from && from < task.block().to());
      String line = inTask ? "" : source.text(new Span(at, next));
      if (line.startsWith(comment)
          || (line.startsWith("<!-- Task") && isAbout(line, names, files))) {
        return Optional.of(new Span(at, next));
      }
      at = next;
    }
    return Optional.empty();
  }

  private static boolean isAbout(String line, List<String> names, FileNames files) {
    return AuditComment.of(line)
        .filter(comment -> comment.todo().equals(files.todo()) && comment.isAbout(names))
        .isPresent();
  }

  /** Removes {@code names} from the comment, or all of it if it names nothing else. */
  private Replacement withoutNames(Span comment, List<String> names, List<Replacement> inserts) {
    Span text =
        Ascii.strip(source.bytes(), comment.from(), LineWalk.end(source.bytes(), comment.from()));
    return AuditComment.of(source.text(text))
        .flatMap(old -> old.without(names))
        .map(rest -> Replacement.of(text, rest.text()))
        .orElseGet(() -> Replacement.remove(withBlank(comment, inserts)));
  }

  /** The comment with the blank line above it, which came with the first comment of a group. */
  private Span withBlank(Span comment, List<Replacement> inserts) {
    byte[] bytes = source.bytes();
    int above = LineWalk.previous(bytes, source.start(), comment.from());
    boolean blank = above < comment.from() && LineWalk.isBlank(bytes, above);
    Span below = new Span(comment.to(), LineWalk.end(bytes, comment.to()));
    boolean another = source.text(below).startsWith("<!-- Task");
    boolean blocked =
        inserts.stream()
            .mapToInt(edit -> edit.span().from())
            .anyMatch(at -> above < at && at < comment.to());
    return blank && !another && !blocked ? new Span(above, comment.to()) : comment;
  }
}
