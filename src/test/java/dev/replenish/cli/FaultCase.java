package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;

import dev.replenish.cli.option.Env;
import dev.replenish.git.GitSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command to run with faults, and the repository in which it runs.
 *
 * @param name the command
 * @param before the calls that prepare the repository
 * @param call the arguments of the call
 */
record FaultCase(String name, List<List<String>> before, List<String> call) {
  /** A different call, made after the fault. */
  static final List<String> OTHER_CALL =
      List.of("add", "Wash up", "--type", "dev", "--priority", "high");

  private static final List<String> THREE = List.of("run", "--max", "3");
  private static final List<String> FINISHED = List.of("done", "A-1");

  static List<FaultCase> all() {
    return List.of(
        of(List.of(List.of("run", "--max", "2")), "run"),
        of(List.of(THREE), "start", "A-2"),
        of(List.of(THREE), "block", "A-3", "--reason", "No cups"),
        of(List.of(THREE, FINISHED, List.of("archive")), "done", "A-2", "--refill"),
        of(List.of(THREE, FINISHED), "archive"),
        of(List.of(), "add", "Dry up", "--type", "dev", "--priority", "high"),
        of(List.of(THREE), "undo"),
        of(List.of(), "check", "--fix"));
  }

  private static FaultCase of(List<List<String>> before, String... call) {
    List<String> keyed = new ArrayList<>(List.of(call));
    keyed.addAll(List.of("--key", "nightly-7"));
    return new FaultCase(call[0], before, keyed);
  }

  /** The repository before the call: a board, and a user's changes that no command may touch. */
  GitSandbox repository(Path folder) {
    GitSandbox box = GitSandbox.create(folder, "repo", "--template=");
    box.git("config", "core.autocrlf", "false");
    box.write("BACKLOG.md", "\uFEFF# Tea \uD83C\uDF75  \n\nAs\tis.  \n\n" + groups() + "\nEnd.");
    box.write("TASK_INDEX.md", index()).write("mine.txt", "one\n").write("src/deep/x.txt", "x");
    box.commitAll("begin");
    for (List<String> words : before) {
      Result result = call(box, words);
      if (result.code() != 0) {
        throw new AssertionError(words + ": " + result.output());
      }
    }
    box.write("mine.txt", "two\n").git("add", "mine.txt");
    box.write("mine.txt", "three\n").write("src/new.txt", "new");
    backdate(box);
    return box;
  }

  /** Dates all files back: recent files are read twice, which would make two runs differ. */
  private static void backdate(GitSandbox box) {
    Instant longAgo = Instant.now().minusSeconds(3600);
    try (Stream<Path> all = Files.walk(box.root())) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Files.setLastModifiedTime(file, FileTime.from(longAgo));
      }
      box.tryGit("update-index", "-q", "--really-refresh"); // exits with 1: some differ
      Path index = box.root().resolve(".git/index");
      Files.setLastModifiedTime(index, FileTime.from(longAgo.plusSeconds(60)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String groups() {
    List<String> tasks = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      tasks.add(ready("A-" + i, "Boil " + i));
    }
    tasks.add(ready("A-8", "Sip").replace("**Status:** todo\n", "") + "---\n\n---\n\n");
    return group("dev", "high", tasks.toArray(new String[0]))
        + "\n"
        + group("docs", "low", ready("D-1", "Write").replace("[type:dev][priority:high]", ""));
  }

  private static String index() {
    StringBuilder entries = new StringBuilder("# Index\r\n");
    for (String id : List.of("A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7", "A-8", "D-1")) {
      entries.append("\n## index_entry_begin\n### # [id:" + id + "]\n");
      entries.append("location: BACKLOG.md\nstatus: todo\n## index_entry_end\n");
    }
    return entries.toString();
  }

  /** The exit code of a call, and its output on both streams. */
  record Result(int code, String output) {}

  /** Runs a command in this process. */
  static Result call(GitSandbox box, List<String> words) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    InputStream noInput = InputStream.nullInputStream();
    Env env = new Env(box.root(), box.env(), noInput, output, output, false, false, () -> 80);
    int code = Main.run(words.toArray(new String[0]), env);
    return new Result(code, output.toString(StandardCharsets.UTF_8));
  }

  /** Copies a repository. */
  static GitSandbox copy(GitSandbox box, Path to) throws IOException {
    Path from = box.root();
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path there = to.resolve(from.relativize(file));
            Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    return box.at(to);
  }

  /** Deletes a folder and everything in it. */
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
