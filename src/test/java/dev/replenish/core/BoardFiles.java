package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Readme;
import dev.replenish.board.TaskIndex;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.dialect.SummaryMarkers;
import dev.replenish.index.IndexReader;
import dev.replenish.plan.BoardParser;
import dev.replenish.plan.Draft;
import dev.replenish.plan.FileChange;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.Scope;
import dev.replenish.plan.Step;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.promote.Planner;
import dev.replenish.plan.promote.PromotionSecondOpinion;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.SelectionRule;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of one board in memory, by name. */
public final class BoardFiles {
  public static final String BACKLOG = "BACKLOG.md";
  public static final String TODO = "TODO.md";
  public static final String ARCHIVE = "ARCHIVE.md";
  public static final String INDEX = "TASK_INDEX.md";

  /** The date of each test that gives none. */
  public static final LocalDate DATE = LocalDate.of(2026, 2, 4);

  private final Map<String, byte[]> files;
  private final ReadOnce reading;

  private BoardFiles(Map<String, byte[]> files, ReadOnce reading) {
    this.files = files;
    this.reading = reading;
  }

  public static BoardFiles of(Map<String, byte[]> files) {
    return new BoardFiles(new LinkedHashMap<>(files), new ReadOnce(READING));
  }

  /** A board with a backlog and nothing else. */
  public static BoardFiles backlog(String text) {
    return of(Map.of()).with(BACKLOG, text);
  }

  /** The same files, read by another parser. */
  BoardFiles readAs(BoardParser other) {
    return new BoardFiles(files, new ReadOnce(other));
  }

  /** The same files, with none of them read yet. */
  BoardFiles unread() {
    return new BoardFiles(files, reading.withEmptyCache());
  }

  /** The same files, with one file added or replaced. */
  public BoardFiles with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public BoardFiles with(String name, byte[] bytes) {
    Map<String, byte[]> changed = new LinkedHashMap<>(files);
    changed.put(name, bytes);
    return new BoardFiles(changed, reading);
  }

  public Map<String, byte[]> files() {
    return files;
  }

  /** The text of a file; empty where there is none. */
  public String text(String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  /** Reads files in the native dialect. */
  public static final BoardParser READING =
      new BoardParser() {
        @Override
        public Document read(SourceText text, FileRole role) {
          return new NativeDialect().read(text, role);
        }

        @Override
        public Optional<Readme> readme(SourceText text) {
          List<Span> summaries = SummaryMarkers.in(text);
          return summaries.isEmpty() ? Optional.empty() : Optional.of(new Readme(text, summaries));
        }

        @Override
        public TaskIndex index(SourceText text) {
          return IndexReader.read(text);
        }
      };

  /** The board, read from the files. */
  public Board board() {
    return new Board(
        ".",
        reading.read(source(BACKLOG).orElseThrow(), FileRole.BACKLOG),
        source(TODO).filter(text -> !text.isEmpty()).map(text -> reading.read(text, FileRole.TODO)),
        source(ARCHIVE).map(text -> reading.read(text, FileRole.ARCHIVE)),
        source(INDEX).map(reading::index),
        source(Readme.NAME).flatMap(reading::readme));
  }

  private Optional<SourceText> source(String name) {
    return Optional.ofNullable(files.get(name))
        .map(bytes -> SourceText.of(name, "blob-" + Arrays.hashCode(bytes), bytes));
  }

  /** The default settings with another batch size and filter; no field is required. */
  public static Policy policy(int batchSize, BatchFilter filter) {
    return new Policy(
        batchSize, SelectionRule.PRIORITY, false, Set.of(), true, true, filter, Policy.NO_DAY);
  }

  public Plan plan(Policy policy) {
    return plan(policy, DATE);
  }

  public Plan plan(Policy policy, LocalDate date) {
    Plan plan = new Planner(FileNames.DEFAULT).plan(board(), policy, date);
    List<Plan> all = new ArrayList<>(List.of(plan));
    all.addAll(plan.otherwise());
    return all.stream().filter(this::isProven).findFirst().orElse(plan);
  }

  private boolean isProven(Plan plan) {
    Step step =
        new Step() {
          @Override
          public List<FileChange> changes() {
            return plan.changes();
          }

          @Override
          public Scope scope() {
            return plan.scope();
          }
        };
    boolean proven = new Draft(plan.board(), FileNames.DEFAULT, reading).take(step).isEmpty();
    assertEquals(proven, PromotionSecondOpinion.violation(plan, after(plan).board()).isEmpty());
    return proven && !plan.changes().isEmpty();
  }

  /** The files after {@code plan}. */
  public BoardFiles after(Plan plan) {
    BoardFiles after = this;
    for (FileChange change : plan.changes()) {
      after = after.with(change.path(), change.after());
    }
    return after;
  }

  /** The objection of the proof to {@code plan}, with the parser of these files. */
  Optional<String> objection(Plan plan) {
    return new Draft(plan.board(), FileNames.DEFAULT, reading).take(plan);
  }

  /** The objection of the proof to {@code plan}, with the native dialect. */
  public static Optional<String> violation(Plan plan) {
    return new Draft(plan.board(), FileNames.DEFAULT, READING).take(plan);
  }
}
