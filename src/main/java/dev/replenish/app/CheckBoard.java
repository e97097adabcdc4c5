package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.Author;
import dev.replenish.git.Committed;
import dev.replenish.git.Tree;
import dev.replenish.git.Writing;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Repair;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Narrowing;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Scaffold;
import dev.replenish.text.Edits;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Looks boards over, and makes the safe repairs where it is asked to. */
public final class CheckBoard {
  /** One repair may bring another to light; more rounds than this would be a bug. */
  private static final int ROUNDS = 5;

  private final Workspace workspace;
  private final CheckRequest request;

  private CheckBoard(Workspace workspace, CheckRequest request) {
    this.workspace = workspace;
    this.request = request;
  }

  /** Checks every board that the call names; repairs get a commit of their own for each. */
  public static List<Outcome<CheckResult>> check(Context context, CheckRequest request) {
    try (Workspace workspace = new Workspace(context)) {
      CheckBoard check = new CheckBoard(workspace, request);
      boolean commits = request.writes();
      Tree tree = commits ? workspace.repo().tip(context.ref()) : workspace.reading();
      List<Outcome<CheckResult>> outcomes = new ArrayList<>();
      for (String dir : workspace.boards(tree, workspace.settings(tree))) {
        outcomes.add(
            Outcome.of(
                dir,
                () -> commits && !request.dryRun() ? check.repair(dir) : check.look(tree, dir)));
      }
      return outcomes;
    }
  }

  private CheckResult look(Tree tree, String dir) {
    return new Round(tree, dir, paths -> {}).result(Optional.empty(), List.of());
  }

  private CheckResult repair(String dir) {
    try (Writing writing = workspace.repo().begin(workspace.context().ref())) {
      Round round = new Round(writing.tip(), dir, writing::requireClean);
      List<String> notices = new ArrayList<>(writing.notices());
      if (round.changes.isEmpty()) {
        return round.result(Optional.empty(), notices);
      }
      notices.addAll(workspace.notices());
      Author author =
          new Author(request.author(), workspace.repo().authorTime(request.date()), request.sign());
      String message = Repair.message(dir, round.fixed, round.scaffolded, Version.current());
      Committed committed = writing.commit(Changes.toCommit(round.changes), message, author);
      notices.addAll(committed.notices());
      return round.result(Optional.of(committed.id()), notices);
    }
  }

  /** A board before and after its repairs. */
  private final class Round {
    final BoardReader reader;
    final Board before;
    final List<Finding> fixed = new ArrayList<>();
    final List<FileChange> changes = new ArrayList<>();
    boolean scaffolded;
    private final Policy policy;
    private Board after;

    Round(Tree tree, String dir, Consumer<List<String>> requireReady) {
      Settings settings = workspace.settings(tree);
      reader = new BoardReader(settings.files());
      policy = settings.policy(Narrowing.NONE);
      requireReady.accept(reader.paths(dir));
      before = reader.read(tree, dir);
      after = before;
      if (request.fix()) {
        mend();
      }
      if (request.scaffold()) {
        Document backlog = after.backlog();
        SourceText source = backlog.source();
        Edits edits = Edits.of(source, Scaffold.edits(backlog, policy.require()));
        scaffolded = !edits.replacements().isEmpty();
        after = edited(after, text -> text == source ? edits : Edits.of(text, List.of()));
      }
      change(before.backlog(), after.backlog());
      before.todo().ifPresent(todo -> change(todo, after.todo().orElseThrow()));
    }

    private void mend() {
      for (int i = 0; i < ROUNDS; i++) {
        List<Finding> fixable = Checks.of(after, policy).stream().filter(Finding::fixable).toList();
        if (fixable.isEmpty()) {
          return;
        }
        after = edited(after, source -> Repair.edits(source, fixable));
        fixed.addAll(fixable);
      }
    }

    private Board edited(Board board, Function<SourceText, Edits> edits) {
      UnaryOperator<SourceText> apply =
          source -> SourceText.of(source.path(), source.id(), edits.apply(source).apply());
      return new Board(
          board.dir(),
          reader.readBacklog(apply.apply(board.backlog().source())),
          board.todo().map(todo -> reader.readTodo(apply.apply(todo.source()))),
          board.archive(),
          board.index());
    }

    /** Repairs never lose a task: every id is still there, in its place. */
    private void change(Document old, Document now) {
      if (!ids(now).containsAll(ids(old)) || now.tasks().size() < old.tasks().size()) {
        throw Problem.of(
                ErrorCode.INTERNAL,
                "the repair of " + old.path() + " would lose a task",
                "This is a bug in Replenish. Please report it, with the file if you may.")
            .refusal();
      }
      Optional<Edits> edits = Edits.between(old.source(), now.source().bytes());
      edits.map(FileChange::edit).ifPresent(changes::add);
    }

    private static List<TaskId> ids(Document document) {
      return document.tasks().stream().map(Task::id).flatMap(Optional::stream).toList();
    }

    CheckResult result(Optional<String> commit, List<String> notices) {
      return new CheckResult(
          before.dir(), Checks.of(after, policy), fixed, changes, commit, notices);
    }
  }
}
