package dev.replenish.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.Programs;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/**
 * A push to a folder, which {@code git receive-pack} does: JGit would not run the hooks there. Its
 * words when it does not begin are all that says why, and JGit does not hand them on.
 */
final class FolderPush {
  private static final int MOST_WORDS = 600;
  private static final Set<String> OF_ANOTHER_REPOSITORY =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_CONFIG_PARAMETERS");

  private final Layout layout;
  private final Duration patience;

  FolderPush(Layout layout, Duration patience) {
    this.layout = layout;
    this.patience = patience;
  }

  /** What JGit gives to a shell, which is not one of POSIX on Windows. */
  static String command() {
    return File.separatorChar == '\\' ? "git.exe receive-pack" : "exec git receive-pack";
  }

  /**
   * Pushes over any line, and returns what the remote says.
   *
   * @throws ProblemException {@code IO} where git is needed and does not begin
   */
  String push(Transport line, String remote, RemoteRefUpdate update)
      throws NotSupportedException, TransportException {
    boolean folder = !line.getURI().isRemote();
    if (folder && new Programs(layout.env()).onPath("git").isEmpty()) {
      String why = "pushing to a folder takes the git program, and none is on PATH";
      throw refusal(remote, why, "Install Git, or push to a server by https:// or ssh://.");
    }
    try {
      return line.push(NullProgressMonitor.INSTANCE, List.of(update)).getMessages();
    } catch (TransportException e) {
      if (folder) {
        throw refusal(remote, line.getURI().getPath(), e);
      }
      throw e;
    }
  }

  /** Why it did not begin, in the words of git. */
  private ProblemException refusal(String remote, String folder, IOException failure) {
    String words;
    try {
      words = words(folder);
    } catch (IOException e) {
      words = GitProblems.reason(e);
    }
    String why = words.isEmpty() ? String.valueOf(failure.getMessage()) : words;
    return refusal(remote, "git receive-pack: " + why, "See that `git push` to it works.");
  }

  private String words(String folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "receive-pack", "--advertise-refs", folder);
    builder.environment().putAll(new Programs(layout.env()).environment());
    builder.environment().keySet().removeAll(OF_ANOTHER_REPOSITORY);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return "no answer in " + patience.toSeconds() + " seconds";
      }
      return new String(process.getErrorStream().readNBytes(MOST_WORDS), UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProblemException refusal(String remote, String why, String next) {
    String line = why.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return Problem.of(ErrorCode.IO, "can't push to " + remote + ": " + line, next).refusal();
  }
}
