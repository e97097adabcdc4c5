package dev.replenish.bench;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.app.board.CallContext;
import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.git.NewRepo;
import dev.replenish.git.objects.Change;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.promote.Plan;
import dev.replenish.plan.promote.Planner;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.text.SourceText;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of a replenishment, and the whole, in a warm process such as the MCP server. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1, // with the options that bin/replenish has for the server
    jvmArgs = {"-XX:+UseSerialGC", "-Xms64m", "-Xmn32m"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BoardBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 4);

  @Param({"1000", "10000"})
  int tasks;

  private byte[] backlog;
  private Board board;
  private CallContext context;
  private Path root;
  private Path branch;
  private Path objects;
  private String base;

  /** Creates a repository with a board, and a branch that no work tree has checked out. */
  @Setup
  public void prepare() throws IOException {
    root = Files.createTempDirectory("replenish-jmh-").toRealPath();
    Boards.writeNative(root, tasks);
    backlog = Files.readAllBytes(root.resolve("BACKLOG.md"));
    byte[] todo = Files.readAllBytes(root.resolve("TODO.md"));
    board =
        new Board(
            "",
            scan(),
            Optional.of(read("TODO.md", todo, FileRole.TODO)),
            Optional.empty(),
            Optional.empty());
    List<Change> files = List.of(new Change("BACKLOG.md", backlog), new Change("TODO.md", todo));
    ZonedDateTime when = DAY.atStartOfDay(ZoneOffset.UTC);
    Path repository = Files.createDirectory(root.resolve("repository"));
    base = NewRepo.create(repository, files, "base\n", when);
    objects = repository.resolve(".git/objects");
    branch = repository.resolve(".git/refs/heads/work");
    context = new CallContext(repository, NewRepo.environment(), Optional.of("work"), Map.of());
  }

  /** Removes what the last call committed: to write it is part of the measured work. */
  @Setup(Level.Invocation)
  public void reset() throws IOException {
    Files.writeString(branch, base + "\n");
    try (DirectoryStream<Path> loose = Files.newDirectoryStream(objects, "??")) {
      for (Path folder : loose) { // the base is in a pack
        Repositories.delete(folder);
      }
    }
  }

  /** Deletes the repository. */
  @TearDown
  public void remove() throws IOException {
    Repositories.delete(root);
  }

  /** From bytes to groups and tasks. */
  @Benchmark
  public Document scan() {
    return read("BACKLOG.md", backlog, FileRole.BACKLOG);
  }

  /** From a board to the edits of its files. */
  @Benchmark
  public Plan edit() {
    return new Planner(FileNames.DEFAULT).plan(board, Policy.DEFAULT, DAY);
  }

  /** From a repository to a proven plan: `replenish plan`. */
  @Benchmark
  public List<BoardResult<RunResult>> plan() {
    return Replenish.run(context, Replenish.Request.of(BatchFilter.NONE, true));
  }

  /** From a repository to a commit: `replenish run`. */
  @Benchmark
  public List<BoardResult<RunResult>> commit() {
    return Replenish.run(context, Replenish.Request.of(BatchFilter.NONE, false));
  }

  private static Document read(String path, byte[] bytes, FileRole role) {
    return new NativeDialect().read(SourceText.of(path, "0", bytes), role);
  }
}
