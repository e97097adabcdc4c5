package dev.replenish.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ErrorCode;
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
 * A push to a folder, done by {@code git receive-pack}: JGit would not run the hooks of that
 * repository. If the program can't start, only its error output says why, which JGit drops.
 */
final class FolderPush {
  private static final int MAX_ERROR_BYTES = 600;
  private static final Set<String> REPOSITORY_VARIABLES =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_CONFIG_PARAMETERS");

  private final Layout layout;
  private final Duration timeout;

  FolderPush(Layout layout, Duration timeout) {
    this.layout = layout;
    this.timeout = timeout;
  }

  /** The command for JGit's shell, which is not a POSIX shell on Windows. */
  static String command() {
    return File.separatorChar == '\\' ? "git.exe receive-pack" : "exec git receive-pack";
  }

  /**
   * Pushes over any transport and returns the remote's messages.
   *
   * @throws ProblemException {@code IO} if the git program is needed and can't start
   */
  String push(Transport transport, String remote, RemoteRefUpdate update)
      throws NotSupportedException, TransportException {
    boolean folder = !transport.getURI().isRemote();
    if (folder && new Programs(layout.env()).onPath("git").isEmpty()) {
      String why = "pushing to a folder needs the git program, which is not on PATH";
      throw refusal(remote, why, "Install Git, or push to a server by https:// or ssh://.");
    }
    try {
      return transport.push(NullProgressMonitor.INSTANCE, List.of(update)).getMessages();
    } catch (TransportException e) {
      if (folder) {
        throw refusal(remote, transport.getURI().getPath(), e);
      }
      throw e;
    }
  }

  /** The problem that git did not start, with its error output. */
  private ProblemException refusal(String remote, String folder, IOException failure) {
    String errorOutput;
    try {
      errorOutput = errorOutput(folder);
    } catch (IOException e) {
      errorOutput = GitProblems.reason(e);
    }
    String why = errorOutput.isEmpty() ? String.valueOf(failure.getMessage()) : errorOutput;
    return refusal(remote, "git receive-pack: " + why, "See that `git push` to it works.");
  }

  private String errorOutput(String folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "receive-pack", "--advertise-refs", folder);
    builder.environment().putAll(new Programs(layout.env()).environment());
    builder.environment().keySet().removeAll(REPOSITORY_VARIABLES);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return "no answer in " + timeout.toSeconds() + " seconds";
      }
      return new String(process.getErrorStream().readNBytes(MAX_ERROR_BYTES), UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProblemException refusal(String remote, String why, String next) {
    String line = why.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return new ProblemException(ErrorCode.IO, "can't push to " + remote + ": " + line, next);
  }
}
