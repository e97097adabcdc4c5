package dev.replenish.app.undo;

import dev.replenish.app.Archive;
import dev.replenish.app.board.BoardSnapshot;
import dev.replenish.app.board.TaskFinder;
import dev.replenish.app.history.TaskVersions;
import dev.replenish.audit.AuditRecord;
import dev.replenish.audit.Commit;
import dev.replenish.audit.Event;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FileRole;
import dev.replenish.board.Group;
import dev.replenish.board.ProblemException;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.git.Repo;
import dev.replenish.plan.Draft;
import dev.replenish.plan.life.UnarchiveStep;
import dev.replenish.plan.undo.RestoreFilesStep;
import dev.replenish.plan.undo.ReturnPlacement;
import dev.replenish.plan.undo.ReturnStep;
import dev.replenish.plan.undo.RevertBlocksStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Undoes any commit that Replenish made (docs/reference/life-cycle.md, "Undo"). Files that have not
 * changed since get their old bytes back; in other files, each task gets its old text and place
 * back if it is still as the commit left it.
 */
final class Reversal {
  private static final String SETTINGS = ".replenish";

  private final Repo repo;
  private final BoardSnapshot base;
  private final Draft draft;
  private final UndoGuard guard;
  private final UndoTarget.Move done;
  private final Board before;
  private final Board after;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Task> removed = new ArrayList<>();

  Reversal(Repo repo, BoardSnapshot base, Draft draft, UndoTarget.Move done) {
    this.repo = repo;
    this.base = base;
    this.draft = draft;
    this.guard = new UndoGuard(base.board());
    this.done = done;
    TaskVersions.requireParent(done.revision());
    String dir = base.board().dir();
    this.before = base.reader().read(repo.tree(parent()), dir);
    this.after = base.reader().read(repo.tree(done.revision().id()), dir);
    Set<TaskId> ids = new LinkedHashSet<>();
    done.trail().tasks().stream().map(AuditRecord.Entry::id).forEach(ids::add);
    ids.forEach(this::addEffect);
  }

  private String parent() {
    return done.revision().parents().get(0);
  }

  private void addEffect(TaskId id) {
    Optional<Effect.Place> old = Effect.place(before, id);
    Optional<Effect.Place> now = Effect.place(after, id);
    if (now.isPresent()) {
      effects.add(new Effect(id, old.or(() -> renamed(id, now.get())), now.get()));
    } else {
      removed.add(old.orElseThrow(this::untrue).task());
    }
  }

  /** The task before an edit that changed its id, because the id is derived from its text. */
  private Optional<Effect.Place> renamed(TaskId id, Effect.Place now) {
    if (done.trail().tasks().stream()
        .noneMatch(entry -> entry.id().equals(id) && entry.event() == Event.EDITED)) {
      return Optional.empty();
    }
    Set<TaskId> left = new LinkedHashSet<>(ids(now.file().in(before)));
    left.removeAll(ids(now.file().in(after)));
    if (left.size() != 1) {
      throw untrue();
    }
    return Effect.place(before, left.iterator().next());
  }

  private static List<TaskId> ids(Optional<Document> document) {
    return document.stream()
        .flatMap(file -> file.tasks().stream())
        .flatMap(task -> task.id().stream())
        .toList();
  }

  private ProblemException untrue() {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        shortId() + " did not change the tasks as its message says",
        "Look at it with `git show`; its message can't be trusted.");
  }

  private String shortId() {
    return Commit.shortened(done.revision().id());
  }

  /** The effects of the commit, task by task. */
  List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** The tasks that the commit removed, which the undo adds again. */
  List<Task> removed() {
    return List.copyOf(removed);
  }

  /** Whether the files are still as the commit left them. */
  boolean restores() {
    return RestoreFilesStep.isPossible(draft.board(), before, after);
  }

  /** Undoes the commit, in memory. */
  void undo() {
    requireSameSettings();
    if (restores()) {
      BoardSnapshot.take(draft, RestoreFilesStep.of(draft.board(), before, after));
      return;
    }
    boolean byTask = done.trail().tasks().stream().noneMatch(e -> e.event() == Event.CONVERTED);
    if (effects.isEmpty() || !removed.isEmpty() || !byTask) {
      throw byHand(
          "the board has changed since " + shortId() + ", which did not change single tasks");
    }
    effects.forEach(guard::requireUnchanged);
    OldPlaces places = new OldPlaces(draft, guard);
    List<Effect> displaced = effects.stream().filter(places::differs).toList();
    displaced.forEach(places::requireUnmoved);
    displaced.forEach(places::regroup);
    restoreTexts();
    displaced.forEach(places::moveBack);
    for (FileRole from : FileRole.values()) {
      toArchive(from);
    }
    effects.stream().filter(Effect::moves).forEach(this::move);
    promoteAgain();
    base.updateIndex(
        draft, effects.stream().filter(e -> e.before().isPresent()).map(Effect::id).toList());
  }

  /**
   * Refuses a commit that changed the settings, as a conversion may do: they are not part of the
   * board.
   */
  private void requireSameSettings() {
    Optional<String> old = repo.tree(parent()).read(SETTINGS).map(blob -> blob.id());
    Optional<String> now = repo.tree(done.revision().id()).read(SETTINGS).map(blob -> blob.id());
    if (!old.equals(now)) {
      throw byHand(shortId() + " has also changed " + SETTINGS);
    }
  }

  private ProblemException byHand(String why) {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        why + ", so it can't be undone here",
        "Undo it with Git: git revert " + shortId());
  }

  /**
   * Gives each changed task its old text, and removes added tasks, before tasks move to other
   * files.
   */
  private void restoreTexts() {
    for (FileRole file : FileRole.values()) {
      List<RevertBlocksStep.Pair> pairs = new ArrayList<>();
      List<Task> added = new ArrayList<>();
      for (Effect effect : effects) {
        if (effect.after().file() == file) {
          Task now = now(effect).task();
          if (effect.before().isEmpty()) {
            added.add(now);
          } else if (effect.rewrites()) {
            Effect.Place old = effect.before().get();
            pairs.add(new RevertBlocksStep.Pair(now, old.document().source(), old.task()));
          }
        }
      }
      if (!pairs.isEmpty() || !added.isEmpty()) {
        Document document = file.in(draft.board()).orElseThrow();
        BoardSnapshot.take(draft, RevertBlocksStep.of(file, document, pairs, added));
      }
    }
  }

  private TaskFinder.Found now(Effect effect) {
    return TaskFinder.one(draft.board(), effect.id().value());
  }

  private static boolean isMove(Effect effect, FileRole from, FileRole to) {
    return effect.moves() && effect.after().file() == from && effect.before().get().file() == to;
  }

  private void toArchive(FileRole from) {
    List<Task> tasks =
        effects.stream()
            .filter(effect -> isMove(effect, from, FileRole.ARCHIVE))
            .map(effect -> now(effect).task())
            .toList();
    Archive.archive(base, draft, from, tasks);
  }

  private void move(Effect effect) {
    FileRole to = effect.before().orElseThrow().file();
    FileRole from = effect.after().file();
    Board board = draft.board();
    Task task = now(effect).task();
    if (to == FileRole.BACKLOG) {
      Group home =
          ReturnPlacement.home(
                  board.backlog(), before.backlog(), List.of(effect.id()), base.settings().files())
              .orElseThrow(() -> guard.noGroup(done.trail()));
      BoardSnapshot.take(
          draft,
          ReturnStep.of(
              board, from, task, home, Optional.of(before.backlog()), base.settings().files()));
    } else if (to == FileRole.TODO && from == FileRole.ARCHIVE) {
      BoardSnapshot.take(draft, UnarchiveStep.of(board, task, Optional.empty()));
    }
  }

  /** Moves deferred tasks to TODO.md again, as a batch. */
  private void promoteAgain() {
    List<TaskId> ids =
        effects.stream()
            .filter(effect -> isMove(effect, FileRole.BACKLOG, FileRole.TODO))
            .map(Effect::id)
            .toList();
    if (!ids.isEmpty()) {
      Redo.move(base, draft, guard, done.trail(), ids);
    }
  }
}
