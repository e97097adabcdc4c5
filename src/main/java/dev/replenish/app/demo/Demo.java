package dev.replenish.app.demo;

import dev.replenish.app.BoardResult;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.app.board.CallContext;
import dev.replenish.app.read.Tasks;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.NewRepo;
import dev.replenish.git.objects.Change;
import dev.replenish.rules.BatchFilter;
import dev.replenish.text.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Builds a temporary repository from an example and replenishes it twice. */
public final class Demo {
  static final String EXAMPLE = "/dev/replenish/examples/small-team/before/";

  /** The files of the example. */
  static final List<String> FILES = List.of("BACKLOG.md", "TASK_INDEX.md", "TODO.md");

  private static final String MESSAGE = "docs: plan the work on the tide clock\n";

  private final Path root;

  private Demo(Path root) {
    this.root = root;
  }

  /**
   * Runs the demonstration in the system's folder for temporary files.
   *
   * @param keep whether to keep the repository
   */
  public static Demo.Result run(boolean keep) {
    Path root = temporary();
    try {
      return new Demo(root).run(root, keep);
    } finally {
      if (!keep) {
        delete(root);
      }
    }
  }

  /**
   * Calls {@code action} with the new repository, before it is replenished, and with an environment
   * for Git.
   */
  public static void withRepository(BiConsumer<Path, Map<String, String>> action) {
    Path root = temporary();
    try {
      new Demo(root).create();
      action.accept(root, NewRepo.environment());
    } finally {
      delete(root);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("replenish-demo-").toRealPath();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static RuntimeException unwritable(IOException e) {
    return Problem.of(
            ErrorCode.IO,
            "can't write to the folder for temporary files, "
                + System.getProperty("java.io.tmpdir"),
            "Set TMPDIR, or -Djava.io.tmpdir for `java -jar`, to a folder that can be written to.")
        .refusal(e);
  }

  private Demo.Result run(Path repository, boolean kept) {
    create();
    List<Demo.Result.Excerpt> before = excerpts();
    Tasks.Status start = status();
    RunResult first = replenish();
    List<Demo.Result.Excerpt> after = excerpts();
    Tasks.Status end = status();
    return new Demo.Result(repository, kept, before, after, start, end, first, replenish());
  }

  private void create() {
    List<Change> files = new ArrayList<>();
    FILES.forEach(name -> files.add(new Change(name, Resources.bytes(Demo.class, EXAMPLE + name))));
    NewRepo.create(root, files, MESSAGE, ZonedDateTime.now(ZoneId.systemDefault()));
  }

  private RunResult replenish() {
    return only(Replenish.run(context(), Replenish.Request.of(BatchFilter.NONE, false)));
  }

  private Tasks.Status status() {
    return only(Tasks.status(context()));
  }

  private CallContext context() {
    return new CallContext(root, NewRepo.environment(), Optional.empty(), Map.of());
  }

  private static <T> T only(List<BoardResult<T>> outcomes) {
    return outcomes.get(0).orThrow();
  }

  private List<Demo.Result.Excerpt> excerpts() {
    return List.of(excerpt("BACKLOG.md"), excerpt("TODO.md"));
  }

  private Demo.Result.Excerpt excerpt(String name) {
    try {
      String text = Files.readString(root.resolve(name), StandardCharsets.UTF_8);
      return new Demo.Result.Excerpt(name, text.lines().filter(Demo::isExcerpt).toList());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static boolean isExcerpt(String line) {
    return line.startsWith("## group_begin")
        || line.startsWith("### # [id:")
        || line.startsWith("**Batch Type:**")
        || line.startsWith("<!-- Task");
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen)
                throws IOException {
              if (!file.toFile().setWritable(true)) { // Windows keeps read-only objects
                return FileVisitResult.CONTINUE;
              }
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
                throws IOException {
              Files.delete(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A leftover in the folder for temporary files is no reason to fail.
    }
  }

  /**
   * What the demonstration did.
   *
   * @param repository where it was built
   * @param kept whether the repository was kept
   * @param before the outline of each file before the run
   * @param after the outline of each file after the run
   * @param start the state of the board before the run
   * @param end the state of the board after the run
   * @param first the result of the run
   * @param second the result of the second run, which does nothing
   */
  public record Result(
      Path repository,
      boolean kept,
      List<Excerpt> before,
      List<Excerpt> after,
      Tasks.Status start,
      Tasks.Status end,
      RunResult first,
      RunResult second) {

    /** Copies the collections. */
    public Result {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /**
     * The lines of a file that show which tasks it holds.
     *
     * @param path the file
     * @param lines groups, headers of tasks, statuses, and comments on what was moved
     */
    public record Excerpt(String path, List<String> lines) {

      /** Copies the collection. */
      public Excerpt {
        lines = List.copyOf(lines);
      }
    }
  }
}
