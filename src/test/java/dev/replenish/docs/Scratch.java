package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.BoardResult;
import dev.replenish.app.CheckBoard;
import dev.replenish.app.Replenish;
import dev.replenish.app.RunResult;
import dev.replenish.app.board.CallContext;
import dev.replenish.board.Finding;
import dev.replenish.git.NewRepo;
import dev.replenish.git.objects.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A real repository in a temporary folder, with the date of all examples. */
public final class Scratch {
  static final String DATE = "2026-02-04T09:30:00+01:00";

  private final Path root;
  private final Map<String, String> env = new TreeMap<>(NewRepo.environment());

  private Scratch(Path root) {
    this.root = root;
    env.put("GIT_AUTHOR_DATE", DATE);
    env.put("GIT_COMMITTER_DATE", DATE);
  }

  /** A repository whose first commit holds {@code files} (path to bytes). */
  public static Scratch of(Path root, Map<String, byte[]> files) {
    List<Change> changes = new ArrayList<>();
    files.forEach((path, bytes) -> changes.add(new Change(path, bytes)));
    NewRepo.create(root, changes, "docs: plan the work\n", ZonedDateTime.parse(DATE));
    return new Scratch(root);
  }

  Map<String, String> env() {
    return env;
  }

  CallContext context() {
    return new CallContext(root, env, Optional.empty(), Map.of());
  }

  List<BoardResult<RunResult>> run(Replenish.Request request) {
    return Replenish.run(context(), request);
  }

  List<BoardResult<CheckBoard.Result>> check(CheckBoard.Request request) {
    return CheckBoard.check(context(), request);
  }

  /** The files of the work tree, without Git's own. */
  public Map<String, byte[]> files() throws IOException {
    return files(root);
  }

  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith(".git/")) {
          files.put(path, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  /** The messages of all commits but the first, oldest first. */
  public List<String> messages() throws IOException {
    List<String> messages = new ArrayList<>();
    try (Repository git = new FileRepositoryBuilder().setWorkTree(root.toFile()).build();
        RevWalk walk = new RevWalk(git)) {
      walk.markStart(walk.parseCommit(git.resolve("HEAD")));
      for (RevCommit commit : walk) {
        messages.add(commit.getFullMessage());
      }
    }
    messages.remove(messages.size() - 1);
    Collections.reverse(messages);
    return messages;
  }

  /** A finding as {@code check} prints it. */
  static String line(Finding finding) {
    return finding.where()
        + ": "
        + finding.severity().word()
        + " "
        + finding.code().word()
        + " "
        + finding.message()
        + " ("
        + finding.hint()
        + ")";
  }

  static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
