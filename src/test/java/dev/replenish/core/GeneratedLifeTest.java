package dev.replenish.core;

import static dev.replenish.core.BoardFiles.ARCHIVE;
import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.board.Transition;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.undo.ReturnPlacement;
import dev.replenish.plan.undo.UndoStep;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.rules.SelectionRule;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random boards with random sequences of commands: tasks are replenished, started, blocked,
 * finished, rejected, archived and returned, and notes are written by hand in between. A failure
 * names its seed: {@code -Dreplenish.seed=N -Dreplenish.boards=1}.
 */
@Tag("long")
class GeneratedLifeTest {
  private static final long SEED = Long.getLong("replenish.seed", 20260204);
  private static final int BOARDS = Integer.getInteger("replenish.boards", 600);
  private static final int STEPS = 14;
  private static final List<String> REASONS =
      List.of("no water", "## task_end", "<!-- x", "**Status:** done", "- [ ] `a", "漢字 🚀");

  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void noSequenceOfCommandsLosesATask() {
    for (int i = 0; i < BOARDS; i++) {
      long seed = SEED + i;
      Random random = new Random(seed);
      BoardFiles files = new GeneratedBoard(random).files;
      List<String> steps = new ArrayList<>();
      try {
        runCommands(random, files, steps);
      } catch (AssertionError | RuntimeException e) {
        String start = GeneratedBoardsTest.text(files);
        throw new AssertionError("-Dreplenish.seed=" + seed + " " + steps + "\n" + start, e);
      }
    }
    List<String> all = List.of("run", "status", "archive", "undo", "undo after edits");
    all.forEach(
        step -> assertTrue(counts.getOrDefault(step, 0) >= BOARDS / 20, step + ": " + counts));
  }

  private void runCommands(Random random, BoardFiles files, List<String> steps) {
    Policy policy =
        new Policy(
            1 + random.nextInt(5),
            random.nextInt(3) == 0 ? SelectionRule.LISTED : SelectionRule.PRIORITY,
            false,
            random.nextBoolean() ? Policy.REQUIRED : Set.of(),
            true,
            random.nextInt(6) != 0,
            BatchFilter.NONE,
            Policy.NO_DAY);
    Life life = new Life(files, policy);
    Sprint sprint = new Sprint(life, policy, random);
    for (int i = 0; i < STEPS && life.board().todo().flatMap(Document::damage).isEmpty(); i++) {
      String step = sprint.step(BoardFiles.DATE.plusDays(i));
      steps.add(step);
      counts.merge(step, 1, Integer::sum);
    }
  }

  /** A board in use, with the replenishments that can still be undone. */
  private static final class Sprint {
    private final Life life;
    private final Policy policy;
    private final Random random;
    private final List<Moved> moves = new ArrayList<>();

    Sprint(Life life, Policy policy, Random random) {
      this.life = life;
      this.policy = policy;
      this.random = random;
    }

    private record Moved(BoardFiles before, BoardFiles after, List<TaskId> ids) {}

    String step(LocalDate today) {
      return switch (random.nextInt(8)) {
        case 0, 1 -> run(today);
        case 2, 3 -> status(today);
        case 4 -> life.archive().isEmpty() ? "nothing to archive" : "archive";
        case 5 -> note();
        default -> undo();
      };
    }

    private String run(LocalDate today) {
      BoardFiles before = life.files();
      Plan plan = before.plan(policy, today);
      if (!(plan.selection() instanceof Selection.Batch batch)) {
        return "nothing to move";
      }
      life.take(plan.board(), plan, List.of());
      life.checkIndex(batch.tasks());
      assertEquals(Run.blocks(before), Run.blocks(life.files()));
      List<TaskId> ids = batch.tasks().stream().flatMap(t -> t.id().stream()).toList();
      moves.add(new Moved(before, life.files(), ids));
      return "run";
    }

    private String status(LocalDate today) {
      Board board = life.board();
      Map<String, Integer> uses = uses(board);
      List<String> ids = new ArrayList<>();
      for (String id : board.todo().map(Life::names).orElse(List.of())) {
        if (uses.get(id) == 1 && random.nextInt(3) > 0) {
          ids.add(id);
        }
      }
      Transition transition = Transition.values()[random.nextInt(4)];
      Optional<String> reason =
          transition.needsReason() || random.nextInt(4) == 0
              ? Optional.of(REASONS.get(random.nextInt(REASONS.size())))
              : Optional.empty();
      if (ids.isEmpty()) {
        return "nothing to change";
      }
      Map<String, String> before = untouched(ids);
      life.change(transition, ids, reason, today);
      assertEquals(before, untouched(ids), "other tasks");
      return "status";
    }

    /** The blocks of all tasks except these, with their counts. */
    private Map<String, String> untouched(List<String> ids) {
      Map<String, String> blocks = new TreeMap<>();
      Run.blocks(life.files())
          .forEach(
              (block, count) -> {
                if (ids.stream().noneMatch(id -> block.contains("[id:" + id + "]"))) {
                  blocks.put(block, String.valueOf(count));
                }
              });
      return blocks;
    }

    /** How many tasks of the board have each id. */
    private static Map<String, Integer> uses(Board board) {
      Map<String, Integer> uses = new TreeMap<>();
      Stream.concat(
              Stream.of(board.backlog()),
              Stream.concat(board.todo().stream(), board.archive().stream()))
          .flatMap(document -> Life.names(document).stream())
          .forEach(id -> uses.merge(id, 1, Integer::sum));
      return uses;
    }

    /** Inserts a line above a block or at the end of a file, as a person would. */
    private String note() {
      Board board = life.board();
      Document document = random.nextBoolean() ? board.backlog() : board.todo().orElse(null);
      if (document == null) {
        return "nowhere to write";
      }
      List<Task> tasks = document.tasks();
      int at =
          tasks.isEmpty() || random.nextInt(3) == 0
              ? document.source().length()
              : tasks.get(random.nextInt(tasks.size())).block().from();
      boolean lineStart = document.source().atLineStart(at);
      Replacement insertion =
          Replacement.insert(at, (lineStart ? "" : "\n") + "A note of somebody's.\n\n");
      byte[] bytes = Edits.of(document.source(), List.of(insertion)).apply();
      BoardFiles noted = life.files().with(document.path(), bytes);
      if (Run.errors(noted, policy).equals(Run.errors(life.files(), policy))
          && Run.blocks(noted).equals(Run.blocks(life.files()))) {
        life.edit(noted);
      }
      return "note";
    }

    private String undo() {
      List<Moved> undoable = moves.stream().filter(move -> isStillTodo(move.ids())).toList();
      if (undoable.isEmpty()) {
        return "nothing to undo";
      }
      Moved moved = undoable.get(random.nextInt(undoable.size()));
      BoardFiles before = life.files();
      boolean direct = before == moved.after();
      Board now = life.board();
      UndoStep.Replenishment done =
          new UndoStep.Replenishment(
              moved.before().board(), moved.after().board(), List.copyOf(moved.ids()));
      Optional<Group> home =
          ReturnPlacement.home(
              now.backlog(), done.before().backlog(), done.ids(), FileNames.DEFAULT);
      if (home.isEmpty()) {
        return "homeless";
      }
      UndoStep returning = UndoStep.of(now, home.get(), done, FileNames.DEFAULT);
      life.take(now, returning, returning.restoresIndex() ? List.of() : returning.tasks());
      check(before, moved, direct);
      moves.remove(moved);
      return direct ? "undo" : "undo after edits";
    }

    private void check(BoardFiles before, Moved moved, boolean direct) {
      assertEquals(Run.blocks(before), Run.blocks(life.files()), "blocks");
      assertEquals(before.text(ARCHIVE), life.files().text(ARCHIVE));
      List<String> idsBefore = new ArrayList<>(Life.names(moved.before().board().backlog()));
      List<String> idsNow = new ArrayList<>(Life.names(life.board().backlog()));
      idsBefore.retainAll(new HashSet<>(idsNow));
      idsNow.retainAll(new HashSet<>(idsBefore));
      assertEquals(idsBefore, idsNow, "order of the backlog");
      int comments = policy.auditComment() ? 1 : 0;
      assertEquals(Run.audits(before).size() - comments, Run.audits(life.files()).size());
      for (String name : List.of(BACKLOG, TODO)) {
        List<String> notes = new ArrayList<>(Run.lines(before, name));
        notes.removeIf(line -> !line.contains("A note of somebody's"));
        Run.assertSubsequence(notes, Run.lines(life.files(), name));
      }
      if (direct) {
        moved
            .before()
            .files()
            .forEach((name, bytes) -> assertSame(name, bytes, life.files().files().get(name)));
      }
    }

    private static void assertSame(String name, byte[] bytes, byte[] now) {
      if (bytes.length > 0 || !name.equals(TODO)) {
        assertEquals(Variant.text(bytes), Variant.text(now), name);
      }
    }

    private boolean isStillTodo(List<TaskId> ids) {
      Set<TaskId> openIds = new HashSet<>();
      Board board = life.board();
      Map<String, Integer> uses = uses(board);
      for (Task task : board.todo().map(Document::tasks).orElse(List.of())) {
        boolean open = task.details().status().equals(Optional.of(Status.TODO));
        task.id().filter(id -> open && uses.get(id.value()) == 1).ifPresent(openIds::add);
      }
      return openIds.containsAll(ids);
    }
  }
}
