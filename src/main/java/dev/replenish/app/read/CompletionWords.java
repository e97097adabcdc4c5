package dev.replenish.app.read;

import dev.replenish.app.BoardResult;
import dev.replenish.app.RunResult;
import dev.replenish.app.board.BoardFinder;
import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.audit.Commit;
import dev.replenish.board.Board;
import dev.replenish.board.FieldName;
import dev.replenish.board.Group;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskFields;
import dev.replenish.git.Repo;
import dev.replenish.git.objects.Tree;
import dev.replenish.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of boards that a shell can complete, each with its description. */
public final class CompletionWords {
  private static final int COMMITS = 20;

  /** The kind of word to complete. */
  public enum Kind {
    /** The id of any task. */
    TASK,
    /** The id of an unfinished task. */
    OPEN_TASK,
    /** The type of a group or task. */
    TYPE,
    /** A group, as {@code --group} takes it. */
    GROUP,
    /** The component of a task. */
    COMPONENT,
    /** A commit that Replenish made. */
    COMMIT,
    /** The folder of a board. */
    BOARD,
    /** The id of the plan that {@code run} would carry out. */
    PLAN
  }

  private final Map<String, String> words = new LinkedHashMap<>();

  private CompletionWords() {}

  /** The words of this kind; none if a board can't be read. */
  public static Map<String, String> of(CallContext context, Kind kind) {
    CompletionWords completions = new CompletionWords();
    try {
      switch (kind) {
        case TASK, OPEN_TASK, TYPE, COMPONENT -> completions.tasks(context, kind);
        case GROUP -> completions.boards(context).forEach(board -> completions.groups(board));
        case COMMIT -> completions.commits(context);
        case BOARD -> completions.folders(context);
        case PLAN -> completions.plan(context);
      }
    } catch (ProblemException e) {
      return completions.words;
    }
    return completions.words;
  }

  private List<Board> boards(CallContext context) {
    List<Board> boards = new ArrayList<>();
    try (Session workspace = new Session(context)) {
      Tree tree = workspace.treeToRead();
      Settings settings = workspace.settings(tree);
      BoardReader reader = BoardReader.of(settings);
      for (String dir : workspace.boards(tree, settings)) {
        boards.add(reader.read(tree, dir));
      }
    }
    return boards;
  }

  private void tasks(CallContext context, Kind kind) {
    for (Board board : boards(context)) {
      TaskFinder.documents(board).forEach(document -> document.tasks().forEach(t -> task(t, kind)));
      if (kind == Kind.TYPE) {
        board.backlog().groups().forEach(group -> group.type().ifPresent(type -> add(type, "")));
      }
    }
  }

  private void task(Task task, Kind kind) {
    switch (kind) {
      case TYPE -> task.type().ifPresent(type -> add(type, ""));
      case COMPONENT -> task.tag("component").ifPresent(component -> add(component, ""));
      case OPEN_TASK -> id(isFinished(task) ? Optional.empty() : Optional.of(task));
      default -> id(Optional.of(task));
    }
  }

  private void id(Optional<Task> task) {
    task.filter(Task::isNamed).ifPresent(named -> add(named.name(), named.title()));
  }

  private static boolean isFinished(Task task) {
    TaskFields details = task.details();
    return details.field(FieldName.STATUS).isPresent()
        && details.status().filter(status -> !status.isActive()).isPresent();
  }

  private void groups(Board board) {
    for (Group group : board.backlog().groups()) {
      if (group.type().isPresent() && group.priority().isPresent()) {
        String priority = group.priority().map(Priority::word).orElseThrow();
        int tasks = group.tasks().size();
        add(
            "type:" + group.type().get() + ",priority:" + priority,
            tasks + (tasks == 1 ? " task" : " tasks"));
      }
    }
  }

  private void commits(CallContext context) {
    ReadLog.Request latest = new ReadLog.Request(Optional.empty(), Optional.empty(), COMMITS);
    for (BoardResult<ReadLog.Result> outcome : ReadLog.of(context, latest, commits -> {})) {
      for (ReadLog.Entry entry : outcome.result().map(ReadLog.Result::entries).orElse(List.of())) {
        add(Commit.shortened(entry.commit().id()), entry.commit().subject());
      }
    }
  }

  private void folders(CallContext context) {
    try (Session workspace = new Session(context)) {
      Repo repo = workspace.repo();
      Tree tip = repo.tip(context.ref());
      BoardFinder finder = new BoardFinder(tip, workspace.settings(tip).files());
      String prefix = repo.prefix();
      for (String dir : finder.named(List.of("**"), prefix)) {
        add(prefix.isEmpty() ? dir : dir.substring(prefix.length()).replaceFirst("^/", ""), "");
      }
    }
  }

  private void plan(CallContext context) {
    for (BoardResult<Tasks.Status> status : Tasks.status(context)) {
      status
          .result()
          .flatMap(board -> board.next().result())
          .filter(RunResult::moves)
          .ifPresent(next -> add(next.plan().id(), "what 'replenish plan' shows now"));
    }
  }

  private void add(String word, String meaning) {
    words.putIfAbsent(word, meaning);
  }
}
