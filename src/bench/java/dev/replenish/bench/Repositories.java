package dev.replenish.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Repositories to measure in, each with a tag {@code base} to reset to. */
final class Repositories {
  private final Path root;

  Repositories(Path root) {
    this.root = root;
  }

  /** Fills a folder with the files of a repository. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  /** A new repository whose one commit holds what {@code filling} writes. */
  Path withFiles(String name, Filling filling) throws IOException, InterruptedException {
    Path folder = empty(name);
    filling.fill(folder);
    Race.call(folder, List.of("git", "add", "."));
    Race.call(folder, List.of("git", "commit", "-q", "-m", "base"));
    Race.call(folder, List.of("git", "tag", "base"));
    return folder;
  }

  /** A packed repository with a board of ten tasks among {@code files} files and many commits. */
  Path big(String name, int files, int commits) throws IOException, InterruptedException {
    Path folder = empty(name);
    Path stream = root.resolve(name + ".stream");
    Path board = Files.createDirectories(root.resolve(name + ".board"));
    Boards.writeNative(board, 10);
    try (BufferedWriter out = Files.newBufferedWriter(stream, UTF_8)) {
      for (int commit = 0; commit < commits; commit++) {
        begin(out, commit);
        for (int file = 0; commit == 0 && file < files; file++) {
          file(out, path(file), "file " + file % 1000 + "\n");
        }
        if (commit == 0) {
          file(out, "BACKLOG.md", Files.readString(board.resolve("BACKLOG.md")));
          file(out, "TODO.md", Files.readString(board.resolve("TODO.md")));
        } else {
          file(out, path(commit % files), "change " + commit + "\n");
        }
      }
    }
    importStream(folder, stream, "git repack -adfq");
    return folder;
  }

  /** A packed repository in which each of {@code commits} commits changes the board. */
  Path history(String name, int commits) throws IOException, InterruptedException {
    Path folder = empty(name);
    Path stream = root.resolve(name + ".stream");
    Path board = Files.createDirectories(root.resolve(name + ".board"));
    Boards.writeNative(board, 10);
    String backlog = Files.readString(board.resolve("BACKLOG.md"));
    try (BufferedWriter out = Files.newBufferedWriter(stream, UTF_8)) {
      for (int commit = 0; commit < commits; commit++) {
        begin(out, commit);
        file(out, "BACKLOG.md", backlog.replaceFirst("3 hours", commit % 90 + 1 + " hours"));
        if (commit == 0) {
          file(out, "TODO.md", Files.readString(board.resolve("TODO.md")));
        }
      }
    }
    importStream(folder, stream, "true");
    return folder;
  }

  /** A bare clone of a repository. */
  Path bare(Path repository) throws IOException, InterruptedException {
    Path folder = root.resolve(repository.getFileName() + ".git");
    delete(folder);
    Race.call(root, List.of("git", "clone", "-q", "--bare", "" + repository, "" + folder));
    return folder;
  }

  private Path empty(String name) throws IOException, InterruptedException {
    Path folder = root.resolve(name);
    delete(folder);
    Files.createDirectories(folder);
    Race.call(folder, List.of("git", "init", "-q"));
    Race.call(folder, List.of("git", "symbolic-ref", "HEAD", "refs/heads/main"));
    Race.call(folder, List.of("git", "config", "gc.auto", "0"));
    return folder;
  }

  private static String path(int file) {
    return "part" + file % 100 + "/sub" + file / 100 % 10 + "/file" + file + ".txt";
  }

  private static void begin(BufferedWriter out, int commit) throws IOException {
    out.write("commit refs/heads/main\n");
    out.write("committer Bench <bench@example.com> " + (1770000000 + commit) + " +0000\n");
    data(out, "Change " + commit);
  }

  /** Imports the commits of {@code stream}, and checks out the last one. */
  private static void importStream(Path folder, Path stream, String then)
      throws IOException, InterruptedException {
    Race.call(folder, List.of("sh", "-c", "git fast-import --quiet <'" + stream + "' && " + then));
    Race.call(folder, List.of("git", "reset", "-q", "--hard"));
    Race.call(folder, List.of("git", "tag", "base"));
    Files.delete(stream);
  }

  private static void file(BufferedWriter out, String path, String content) throws IOException {
    out.write("M 100644 inline " + path + "\n");
    data(out, content);
  }

  private static void data(BufferedWriter out, String content) throws IOException {
    out.write("data " + content.getBytes(UTF_8).length + "\n" + content + "\n");
  }

  /** Deletes a folder with its content, if it exists. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
