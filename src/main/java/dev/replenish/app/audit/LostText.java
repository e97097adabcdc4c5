package dev.replenish.app.audit;

import dev.replenish.app.history.BoardPaths;
import dev.replenish.app.history.Versions;
import dev.replenish.audit.TaskText;
import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.Loss;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Status;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.Repo;
import dev.replenish.git.history.History;
import dev.replenish.git.objects.Blob;
import dev.replenish.plan.add.RestoreStep;
import dev.replenish.settings.Settings;
import dev.replenish.text.Edits;
import dev.replenish.text.Intake;
import dev.replenish.text.Location;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last text of a lost task, and its place in the backlog. */
record LostText(Repo repo, Settings settings, Loss loss) {

  /** The task to restore with the id {@code id} and the status todo. */
  RestoreStep.Returning returning(TaskId id) {
    BoardFile file = loss.task().file();
    Blob blob = repo.tree(loss.parent()).read(file.path()).orElseThrow();
    Document document = document(file, blob);
    Task task = find(document, loss.task().text()).orElseThrow(this::damaged);
    Optional<Group> group = group(document, task);
    List<String> order = order(group);
    if (file.role() != FileRole.BACKLOG) {
      Optional<FormerGroup> formerGroup = lastInBacklog();
      group = formerGroup.map(FormerGroup::group);
      order = formerGroup.map(FormerGroup::order).orElse(List.of());
    }
    Optional<String> type = group.flatMap(Group::type).or(task::type);
    Optional<Priority> priority = group.flatMap(Group::priority).or(task::priority);
    if (type.isEmpty() || priority.isEmpty() || !task.isWhole()) {
      throw damaged();
    }
    int at = order.indexOf(loss.task().text().id());
    return new RestoreStep.Returning(
        id,
        block(document, task, id),
        type.get(),
        priority.get(),
        at < 0 ? List.of() : order.subList(0, at),
        at < 0 ? List.of() : order.subList(at + 1, order.size()));
  }

  private Document document(BoardFile file, Blob blob) {
    return new Versions(settings.statusAliases(), (path, id) -> blob.bytes())
        .document(file, blob.id());
  }

  private static Optional<Task> find(Document document, TaskText wanted) {
    return document.tasks().stream()
        .filter(task -> id(task).equals(wanted.id()))
        .filter(
            task ->
                TaskText.of(id(task), task.title(), document.source().text(task.block()))
                    .continues(wanted))
        .findFirst();
  }

  private static String id(Task task) {
    return task.id().map(TaskId::value).orElse("");
  }

  private static Optional<Group> group(Document document, Task task) {
    return document.groups().stream().filter(group -> group.tasks().contains(task)).findFirst();
  }

  private static List<String> order(Optional<Group> group) {
    return group.map(g -> g.tasks().stream().map(LostText::id).toList()).orElse(List.of());
  }

  /** A group in an earlier version, and the ids in it. */
  private record FormerGroup(Group group, List<String> order) {}

  /** The last group of the task in the backlog, before it was promoted. */
  private Optional<FormerGroup> lastInBacklog() {
    String dir = loss.task().file().dir();
    BoardFile backlog = BoardPaths.of(settings.files(), dir).get(0);
    List<String> paths = List.of(backlog.path());
    try (History history = repo.history(repo.tree(loss.parent()), paths)) {
      Versions versions = new Versions(settings.statusAliases(), history::bytes);
      return history.first(
          step ->
              Stream.concat(Stream.of(step.blobs()), step.before().stream())
                  .flatMap(List::stream)
                  .filter(blob -> !blob.isEmpty())
                  .flatMap(blob -> formerGroup(versions, backlog, blob).stream())
                  .findFirst());
    }
  }

  private Optional<FormerGroup> formerGroup(Versions versions, BoardFile backlog, String blob) {
    boolean found =
        versions.read(backlog, blob).tasks().stream()
            .anyMatch(entry -> entry.task().text().id().equals(loss.task().text().id()));
    if (!found) {
      return Optional.empty();
    }
    Document document = versions.document(backlog, blob);
    return find(document, loss.task().text())
        .flatMap(task -> group(document, task))
        .map(group -> new FormerGroup(group, order(Optional.of(group))));
  }

  /** The original block, except for its status and for an id that another task has meanwhile. */
  private String block(Document document, Task task, TaskId id) {
    SourceText source = document.source();
    List<Replacement> edits = new ArrayList<>();
    Optional<Field> status = task.details().field(FieldName.STATUS);
    boolean waiting = task.details().status().filter(Status.TODO::equals).isPresent();
    if (!waiting && status.isPresent()) {
      edits.add(Replacement.of(status.get().valueSpan(), Status.TODO.word()));
    }
    if (!id.value().equals(id(task))) {
      Tag tag = task.tags().stream().filter(t -> t.is("id")).findFirst().orElseThrow(this::damaged);
      edits.add(Replacement.of(tag.valueSpan(), id.value()));
    }
    Edits all = Edits.of(source, edits);
    int grown = all.apply().length - source.length();
    byte[] bytes = all.apply();
    byte[] block = new byte[task.block().length() + grown];
    System.arraycopy(bytes, task.block().from(), block, 0, block.length);
    SourceText text = SourceText.of(source.path(), "", block);
    if (Intake.objection(text).isPresent()) {
      throw damaged();
    }
    return new String(block, StandardCharsets.UTF_8);
  }

  private ProblemException damaged() {
    BoardFile file = loss.task().file();
    String name = OneLine.clean(loss.task().text().id());
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        Location.of(file.path()),
        "the last text of " + (name.isEmpty() ? "the task" : name) + " is damaged",
        "Look at it with `git show "
            + loss.parent().substring(0, 12)
            + ":"
            + file.path()
            + "`, and write it into the backlog by hand.");
  }
}
