package dev.replenish.git.remote;

import dev.replenish.git.setup.Layout;
import dev.replenish.git.setup.Programs;
import dev.replenish.text.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * SSH by the program that Git calls, so that the user's agent, {@code known_hosts}, jump hosts and
 * hardware keys are used. It never prompts.
 */
final class ExternalSsh extends SshSessionFactory {
  private final Layout layout;
  private final Programs programs;

  ExternalSsh(Layout layout) {
    this.layout = layout;
    this.programs = new Programs(layout.env());
  }

  @Override
  public RemoteSession getSession(
      URIish uri, @Nullable CredentialsProvider credentials, FS fs, int timeoutMillis)
      throws TransportException {
    String host = uri.getHost();
    if (host == null) {
      throw new TransportException("the address names no host");
    }
    String user = uri.getUser();
    requireNoOption(host, "host");
    if (user != null) {
      requireNoOption(user, "user");
    }
    String destination = user == null ? host : user + "@" + host;
    return new Session(arguments(uri, destination, timeoutMillis));
  }

  /** Refuses a name that the program would take as an option. */
  private static void requireNoOption(String name, String what) throws TransportException {
    if (name.startsWith("-")) {
      throw new TransportException(
          "'" + OneLine.clean(name) + "' is not a valid " + what + " name");
    }
  }

  private List<String> arguments(URIish uri, String destination, int timeoutMillis) {
    List<String> words = new ArrayList<>(command());
    words.addAll(List.of("-o", "BatchMode=yes"));
    if (timeoutMillis > 0) {
      words.addAll(List.of("-o", "ConnectTimeout=" + Math.max(1, timeoutMillis / 1000)));
    }
    if (uri.getPort() > 0) {
      words.addAll(List.of("-p", Integer.toString(uri.getPort())));
    }
    words.add(destination);
    return words;
  }

  /** The command that Git calls: a command line for the shell, or a program. */
  private List<String> command() {
    String line =
        layout
            .env()
            .getOrDefault("GIT_SSH_COMMAND", layout.config().get("core", "sshcommand").orElse(""));
    if (!line.isEmpty()) {
      return List.of(programs.command("sh"), "-c", line + " \"$@\"", "ssh");
    }
    String named = layout.env().getOrDefault("GIT_SSH", "");
    return List.of(named.isEmpty() ? programs.command("ssh") : named);
  }

  @Override
  public String getType() {
    return "program";
  }

  private final class Session implements RemoteSession {
    private final List<String> words;
    private @Nullable Process process;

    Session(List<String> words) {
      this.words = words;
    }

    @Override
    public Process exec(String command, int timeout) throws IOException {
      List<String> all = new ArrayList<>(words);
      all.add(command);
      ProcessBuilder builder = new ProcessBuilder(all);
      builder.environment().putAll(programs.environment());
      process = builder.start();
      return new WaitingProcess(process);
    }

    @Override
    public void disconnect() {
      if (process != null) {
        process.descendants().forEach(ProcessHandle::destroy); // children of the shell
        process.destroy();
      }
    }
  }

  /**
   * A process whose {@link #exitValue} waits: JGit asks for it as soon as the output has ended,
   * which may be a moment before the process ends.
   */
  private static final class WaitingProcess extends Process {
    private static final long EXIT_TIMEOUT_SECONDS = 5;

    private final Process process;

    WaitingProcess(Process process) {
      this.process = process;
    }

    @Override
    public int exitValue() {
      try {
        process.waitFor(EXIT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return process.exitValue();
    }

    @Override
    public int waitFor() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public OutputStream getOutputStream() {
      return process.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return process.getInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return process.getErrorStream();
    }

    @Override
    public void destroy() {
      process.destroy();
    }
  }
}
