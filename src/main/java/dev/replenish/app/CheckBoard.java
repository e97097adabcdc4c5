package dev.replenish.app;

import dev.replenish.app.board.BoardReader;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.app.history.MissingEntries;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Severity;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Tree;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.Repair;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Checks;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Scaffold;
import dev.replenish.settings.Settings;
import dev.replenish.text.Edits;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Checks boards and, on request, makes the safe repairs. */
public final class CheckBoard {
  /** A repair may reveal another finding; more rounds than this would be a bug. */
  private static final int ROUNDS = 5;

  private final CheckBoard.Request request;

  private CheckBoard(CheckBoard.Request request) {
    this.request = request;
  }

  /** Checks every board that the call names; the repairs of each board get their own commit. */
  public static List<BoardResult<CheckBoard.Result>> check(
      CallContext context, CheckBoard.Request request) {
    try (Session workspace = new Session(context)) {
      CheckBoard check = new CheckBoard(request);
      return request.writes() ? check.repair(workspace) : check.inspect(workspace);
    }
  }

  private List<BoardResult<CheckBoard.Result>> inspect(Session workspace) {
    Tree tree = workspace.treeToRead();
    Settings settings = workspace.settings(tree);
    BoardReader reader = BoardReader.of(settings);
    return BoardResult.each(
        workspace.boards(tree, settings),
        dir -> {
          Board board = workspace.board(reader, tree, dir);
          Policy policy = settings.policy(BatchFilter.NONE, board).on(workspace.today());
          return new Round(workspace, settings, reader, policy, board).result(CommitOutcome.PLAIN);
        });
  }

  private List<BoardResult<CheckBoard.Result>> repair(Session workspace) {
    Transaction transaction = new Transaction(workspace, request.how());
    CommitTree tip = transaction.tip();
    return BoardResult.each(
        workspace.boards(tip, workspace.settings(tip)),
        dir ->
            transaction.run(
                dir,
                base -> {
                  Policy policy = base.policy(BatchFilter.NONE, base.board());
                  Round round =
                      new Round(workspace, base.settings(), base.reader(), policy, base.board());
                  return new Proposal<>(round.changes, round::message, round::result);
                },
                CheckBoard::replayed));
  }

  /** Reconstructs the result of the first call with the same key. */
  private static CheckBoard.Result replayed(IdempotentReplay first) {
    List<String> codes = first.trail().repairs();
    Policy policy = first.before().policy(BatchFilter.NONE, first.before().board());
    List<Finding> fixed =
        Checks.of(first.before().board(), policy).stream()
            .filter(finding -> finding.fixable() && codes.contains(finding.code().word()))
            .toList();
    boolean scaffold = first.trail().tasks().isEmpty() && first.trail().undoes().isEmpty();
    first.require(scaffold || first.trail().action().equals("check"));
    return new CheckBoard.Result(
        first.after().dir(),
        Checks.of(first.after(), policy),
        fixed,
        first.changes(),
        first.ending());
  }

  /** A board before and after its repairs. */
  private final class Round {
    private final MissingEntries entries;
    private final BoardReader fileReader;
    private final Policy policy;
    private final Board before;
    private final List<Finding> fixed = new ArrayList<>();
    private final List<FileChange> changes = new ArrayList<>();
    private boolean scaffolded;
    private Board after;

    Round(Session workspace, Settings settings, BoardReader reader, Policy policy, Board board) {
      this.entries =
          new MissingEntries(
              workspace.repo(), settings, () -> workspace.repo().newest(workspace.context().ref()));
      this.fileReader = reader.forBoard(board);
      this.policy = policy;
      before = board;
      after = board;
      if (request.fix()) {
        fix();
      }
      if (request.scaffold()) {
        Document backlog = after.backlog();
        SourceText source = backlog.source();
        Edits edits = Edits.of(source, Scaffold.edits(backlog, policy.require()));
        scaffolded = !edits.replacements().isEmpty();
        after =
            fileReader.edited(after, text -> text == source ? edits : Edits.of(text, List.of()));
      }
      if (scaffolded && after.isSummarized()) {
        List<Finding> summaries =
            Checks.of(after, policy).stream()
                .filter(finding -> finding.code() == FindingCode.SUMMARY_OUTDATED)
                .toList();
        after = fileReader.edited(after, source -> Repair.edits(source, summaries));
      }
      change(before.backlog(), after.backlog());
      before.todo().ifPresent(todo -> change(todo, after.todo().orElseThrow()));
      before.archive().ifPresent(archive -> change(archive, after.archive().orElseThrow()));
      before.index().ifPresent(index -> change(index, after.index().orElseThrow()));
      before
          .readme()
          .ifPresent(file -> change(file.source(), after.readme().orElseThrow().source()));
    }

    private void fix() {
      for (int i = 0; i < ROUNDS; i++) {
        List<Finding> fixable = Checks.of(after, policy).stream().filter(Finding::fixable).toList();
        if (fixable.isEmpty()) {
          return;
        }
        after = fileReader.edited(after, source -> Repair.edits(source, fixable));
        fixed.addAll(fixable);
      }
    }

    /** Records the change of a file, and checks that no task is lost. */
    private void change(Document old, Document now) {
      if (!new HashSet<>(ids(now)).containsAll(ids(old))
          || now.tasks().size() < old.tasks().size()) {
        throw loss(old.path(), "a task");
      }
      change(old.source(), now.source());
    }

    /** Records the change of the index, and checks that no entry is lost. */
    private void change(TaskIndex old, TaskIndex now) {
      if (now.entries().size() < old.entries().size()) {
        throw loss(old.path(), "an entry");
      }
      change(old.source(), now.source());
    }

    private void change(SourceText old, SourceText now) {
      Edits.between(old, now.bytes()).map(FileChange::edit).ifPresent(changes::add);
    }

    private static ProblemException loss(String path, String what) {
      return new ProblemException(
          ErrorCode.INTERNAL,
          "the repair of " + path + " would lose " + what,
          "This is a bug in Replenish. Please report it, with the file if you may.");
    }

    private static List<TaskId> ids(Document document) {
      return document.tasks().stream().map(Task::id).flatMap(Optional::stream).toList();
    }

    String message() {
      return Repair.message(
          before.dir(), fixed, scaffolded, Version.current(), request.how().key());
    }

    CheckBoard.Result result(CommitOutcome ending) {
      List<Finding> left = entries.withHints(after, Checks.of(after, policy));
      return new CheckBoard.Result(before.dir(), left, fixed, changes, ending);
    }
  }

  /**
   * The request for {@code check}.
   *
   * @param fix whether to make the safe repairs and commit them
   * @param scaffold whether to add missing required fields, without a value
   * @param how the options of the commit, such as a dry run
   */
  public record Request(boolean fix, boolean scaffold, CommitRequest how) {

    /** Checks without writing. */
    public static final CheckBoard.Request CHECK_ONLY =
        new CheckBoard.Request(false, false, CommitRequest.DRY_RUN);

    /** Whether the request may change files. */
    public boolean writes() {
      return fix || scaffold;
    }
  }

  /**
   * What {@code check} found and fixed on a board.
   *
   * @param dir the board
   * @param findings the remaining findings, file by file from top to bottom
   * @param fixed the findings that were, or would be, fixed
   * @param changes the files that change
   * @param ending the commit, the push and the notices
   */
  public record Result(
      String dir,
      List<Finding> findings,
      List<Finding> fixed,
      List<FileChange> changes,
      CommitOutcome ending) {

    /** The commit's 40 hex digits, if one was made. */
    public Optional<String> commit() {
      return ending.commit();
    }

    /** Whether an error remains among the findings. */
    public boolean hasErrors() {
      return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** The change as {@code git diff} shows it. */
    public String diff() {
      return Changes.diff(changes);
    }
  }
}
