package dev.replenish.app;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.Change;
import dev.replenish.git.NewRepo;
import dev.replenish.rules.Narrowing;
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

/** Builds a throw-away repository from an example, replenishes it, and does so once more. */
public final class Demo {
  static final String EXAMPLE = "small-team/before/";

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
   * @param keep whether the repository stays for a closer look
   */
  public static DemoResult run(boolean keep) {
    Path root = temporary();
    try {
      return new Demo(root).run(root, keep);
    } finally {
      if (!keep) {
        delete(root);
      }
    }
  }

  /** Lends the repository, and an environment to work in it, before anything is done to it. */
  public static void lend(BiConsumer<Path, Map<String, String>> borrower) {
    Path root = temporary();
    try {
      new Demo(root).create();
      borrower.accept(root, NewRepo.environment());
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

  private DemoResult run(Path repository, boolean kept) {
    create();
    List<DemoResult.Excerpt> before = excerpts();
    RunResult first = replenish();
    List<DemoResult.Excerpt> after = excerpts();
    return new DemoResult(repository, kept, before, after, first, replenish());
  }

  private void create() {
    List<Change> files = new ArrayList<>();
    FILES.forEach(name -> files.add(new Change(name, Template.example(EXAMPLE + name))));
    NewRepo.create(root, files, MESSAGE, ZonedDateTime.now(ZoneId.systemDefault()));
  }

  private RunResult replenish() {
    Context context = new Context(root, NewRepo.environment(), Optional.empty(), Map.of());
    Outcome<RunResult> outcome =
        Replenish.run(context, RunRequest.of(Narrowing.NONE, false)).get(0);
    return outcome.result().orElseThrow(() -> outcome.refusal().orElseThrow());
  }

  private List<DemoResult.Excerpt> excerpts() {
    return List.of(excerpt("BACKLOG.md"), excerpt("TODO.md"));
  }

  private DemoResult.Excerpt excerpt(String name) {
    try {
      String text = Files.readString(root.resolve(name), StandardCharsets.UTF_8);
      return new DemoResult.Excerpt(name, text.lines().filter(Demo::tells).toList());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static boolean tells(String line) {
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
}
