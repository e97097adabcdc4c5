package dev.replenish.app.add;

import dev.replenish.app.NewTask;
import dev.replenish.app.UsedIds;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.plan.Draft;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.AddSite;
import dev.replenish.plan.add.AddStep;
import dev.replenish.plan.add.TableColumns;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.add.TaskDraft;
import dev.replenish.plan.add.UnmarkedAddStep;
import dev.replenish.plan.edit.EditStep;
import dev.replenish.plan.edit.FieldChange;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes new tasks into a backlog in memory, in the form of the tasks there. */
record TaskWriter(UsedIds ids, List<NewTask> tasks) {

  /** Writes all tasks; returns the ids with which they are read back. */
  List<TaskId> write(BoardSnapshot base, Draft draft) {
    Document backlog = base.board().backlog();
    if (!backlog.marked() && isUnmarked(base.board())) {
      return unmarked(base, draft);
    }
    if (!backlog.marked()) {
      requireNoPlainLines(backlog);
    }
    return marked(base, draft);
  }

  /**
   * Refuses a backlog of plain lines that are not read as tasks: a block with markers would not fit
   * in.
   */
  private static void requireNoPlainLines(Document backlog) {
    SourceText source = backlog.source();
    String text = source.text(new Span(source.body(), source.length()));
    List<String> lines =
        text.replaceAll("(?s)<!--.*?(?:-->|$)", "")
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    if (!lines.isEmpty() && lines.stream().noneMatch(TaskWriter::isHeading)) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          source.location(source.body()),
          "no line of the backlog is read as a task, so none can be written like it",
          "Begin each task with '- [ ] ', commit, and repeat the call.");
    }
  }

  private static boolean isHeading(String line) {
    return line.startsWith("#") || line.matches("(?:={3,}|-{3,})\\s*");
  }

  /** Whether a file of the board holds tasks without markers. */
  private static boolean isUnmarked(Board board) {
    return Stream.concat(Stream.of(board.backlog()), others(board).stream())
        .anyMatch(file -> !file.marked() && !file.tasks().isEmpty());
  }

  private static List<Document> others(Board board) {
    return Stream.of(board.todo(), board.archive())
        .flatMap(Optional::stream)
        .filter(file -> !file.marked())
        .toList();
  }

  /** Writes blocks with markers; returns their ids. */
  private List<TaskId> marked(BoardSnapshot base, Draft draft) {
    List<TaskId> free = ids.assign(base, tasks);
    DefaultPlace places = new DefaultPlace(base.board().backlog(), base.settings());
    List<TaskDraft> drafts = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      NewTask task = tasks.get(i);
      AddPlace place = places.marked(task.place());
      TaskBody.Fields fields = task.fields();
      TaskBody body =
          template(base, task, place.type())
              .map(template -> template.body(fields))
              .orElseGet(() -> TaskBody.of(fields));
      drafts.add(
          task.marked(
              free.get(i), place.type().orElseThrow(), place.priority().orElseThrow(), body));
    }
    BoardSnapshot.take(draft, AddStep.on(base.board(), drafts));
    for (int i = 0; i < tasks.size(); i++) {
      if (template(base, tasks.get(i), Optional.of(drafts.get(i).type())).isPresent()) {
        fill(draft, free.get(i), TaskTemplate.changes(tasks.get(i).fields()));
      }
    }
    return free;
  }

  private static Optional<TaskTemplate> template(
      BoardSnapshot base, NewTask task, Optional<String> type) {
    return task.body().isPresent()
        ? Optional.empty()
        : TaskTemplate.of(base.tip(), base.settings(), type);
  }

  /** Replaces values of the template by the given ones. */
  private static void fill(Draft draft, TaskId id, List<FieldChange> changes) {
    for (FieldChange change : changes) {
      TaskFinder.Found task = TaskFinder.one(draft.board(), id.value());
      EditStep step = EditStep.field(FileRole.BACKLOG, task.document(), task.task(), change);
      if (!step.changes().isEmpty()) {
        BoardSnapshot.take(draft, step);
      }
    }
  }

  /**
   * Writes each task in the form of the tasks beside it; returns the ids with which they are read
   * back.
   */
  private List<TaskId> unmarked(BoardSnapshot base, Draft draft) {
    List<TaskId> added = new ArrayList<>();
    for (NewTask task : tasks) {
      Document backlog = draft.board().backlog();
      AddPlace place = new DefaultPlace(backlog, base.settings()).unmarked(task.place());
      AddSite site = AddSite.in(backlog, place, others(draft.board()));
      Optional<TaskId> free =
          task.id().isPresent()
              ? Optional.of(ids.requested(base, task.id().get()))
              : UnmarkedAddStep.numbered(site)
                  .map(like -> ids.nextBeside(base, draft.board(), like));
      TaskBody.Fields fields =
          template(base, task, site.type())
              .map(template -> template.fields(task.fields()))
              .orElse(task.fields());
      UnmarkedAddStep step = UnmarkedAddStep.on(backlog, task.unmarked(free, fields), site);
      BoardSnapshot.take(draft, step);
      Document after = draft.board().backlog();
      Task read = step.added(after).orElseThrow();
      if (read.form().filter(UnmarkedForm::isRow).isPresent() && task.body().isEmpty()) {
        TableColumns.require(after.source(), read, task.fields());
      }
      added.add(read.id().orElseThrow());
    }
    return added;
  }
}
