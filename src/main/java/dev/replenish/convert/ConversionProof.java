package dev.replenish.convert;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.Group;
import dev.replenish.board.Severity;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that a conversion has lost nothing (docs/reference/converting.md): it reads the new files
 * again and looks for every line of the old files in its place.
 */
final class ConversionProof {
  private final Board before;
  private final Board after;
  private final List<ConvertedFile> converted;
  private final List<Converted> archived;
  private final Set<TaskId> moved = new HashSet<>();

  ConversionProof(
      Board before, Board after, List<ConvertedFile> converted, List<Converted> archived) {
    this.before = before;
    this.after = after;
    this.converted = converted;
    this.archived = archived;
    archived.forEach(task -> moved.add(task.id()));
  }

  /** The first violation, if any. */
  Optional<String> violation() {
    List<Document> old = before.documents();
    List<Document> now = after.documents();
    for (Document document : now) {
      Optional<Document> was =
          old.stream().filter(any -> any.path().equals(document.path())).findFirst();
      Optional<String> wrong = violation(was, document);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<String> violation(Optional<Document> was, Document now) {
    Optional<ConvertedFile> file =
        converted.stream().filter(f -> f.document().path().equals(now.path())).findFirst();
    boolean backlog = now.path().equals(after.backlog().path());
    boolean archive = after.archive().map(Document::path).filter(now.path()::equals).isPresent();
    List<Converted> added = archive ? archived : List.of();
    if (was.filter(old -> old.source().id().equals(now.source().id())).isPresent()) {
      boolean same = file.isEmpty() && added.isEmpty();
      return same ? Optional.empty() : Optional.of(now.path() + " would not change");
    }
    if (now.findings().stream().map(Finding::severity).anyMatch(Severity.ERROR::equals)) {
      return Optional.of(now.path() + " would be damaged");
    }
    boolean keeps =
        file.isPresent()
            ? SurroundingText.same(file.get(), now)
            : was.map(old -> begins(old, now)).orElse(true);
    if (!keeps) {
      return Optional.of("something other than tasks would change in " + now.path());
    }
    List<Task> kept = file.isPresent() ? List.of() : was.map(Document::tasks).orElse(List.of());
    List<Converted> wanted = new ArrayList<>();
    file.ifPresent(f -> wanted.addAll(inOrder(f)));
    wanted.addAll(added);
    return tasks(kept, wanted, now)
        .or(() -> backlog ? groups(file.orElseThrow(), now) : Optional.empty());
  }

  private static boolean begins(Document old, Document now) {
    byte[] a = old.source().bytes();
    byte[] b = now.source().bytes();
    return b.length >= a.length && Arrays.equals(a, 0, a.length, b, 0, a.length);
  }

  /** The tasks that stay in a file, in their new order. */
  private List<Converted> inOrder(ConvertedFile file) {
    List<Converted> listed = new ArrayList<>();
    for (TaskRun run : file.runs()) {
      run.groups().values().forEach(listed::addAll);
    }
    listed.removeIf(task -> moved.contains(task.id()));
    return listed;
  }

  /** Checks that the file holds its previous tasks, then the converted ones with their content. */
  private static Optional<String> tasks(List<Task> kept, List<Converted> wanted, Document now) {
    if (now.tasks().size() != kept.size() + wanted.size()) {
      return Optional.of(now.path() + " would not hold as many tasks as it should");
    }
    for (int i = 0; i < wanted.size(); i++) {
      Task task = now.tasks().get(kept.size() + i);
      Converted convertedTask = wanted.get(i);
      String block = now.source().text(task.block());
      boolean hasContent =
          hasAttributes(task, convertedTask) && new ContentCheck(convertedTask).isComplete(block);
      if (!hasContent) {
        return Optional.of(convertedTask.id() + " would lose some of its text");
      }
    }
    return Optional.empty();
  }

  private static boolean hasAttributes(Task task, Converted wanted) {
    return task.id().equals(Optional.of(wanted.id()))
        && task.defects().isEmpty()
        && task.title().equals(wanted.title())
        && task.type().equals(wanted.type())
        && task.priority().equals(Optional.of(wanted.priority()))
        && task.details().status().equals(Optional.of(wanted.status()));
  }

  /** Checks that each group of the backlog holds the tasks of its type and priority, in order. */
  private Optional<String> groups(ConvertedFile file, Document now) {
    List<String> wanted = new ArrayList<>();
    for (TaskRun run : file.runs()) {
      run.groups()
          .forEach(
              (priority, tasks) -> {
                List<TaskId> ids =
                    tasks.stream()
                        .filter(task -> !moved.contains(task.id()))
                        .map(Converted::id)
                        .toList();
                wanted.add(run.marker(priority) + ids);
              });
    }
    List<String> found = new ArrayList<>();
    for (Group group : now.groups()) {
      List<TaskId> ids = Task.ids(group.tasks());
      found.add("## group_begin " + group.label() + ids);
    }
    return found.equals(wanted)
        ? Optional.empty()
        : Optional.of("the groups of " + now.path() + " would not be the expected ones");
  }
}
