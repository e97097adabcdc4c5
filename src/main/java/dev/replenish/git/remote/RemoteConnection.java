package dev.replenish.git.remote;

import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackLock;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Fetches single branches of a remote and pushes to them, within a time limit. */
final class RemoteConnection {
  /** A single answer may take the timeout of a whole step divided by this. */
  private static final int ANSWER_DIVISOR = 3;

  private static final int MAX_MESSAGE_LENGTH = 600;
  private static final int DEPTH_FACTOR = 20;
  private static final int MAX_DEPTH = 8000;
  private final Repository git;
  private final Layout layout;
  private final Duration timeout;
  private Credentials credentials;
  private String lastAnswer = "";
  private int depth = 1;

  RemoteConnection(Repository git, Layout layout, Duration timeout) {
    this.git = git;
    this.layout = layout;
    this.timeout = timeout;
    this.credentials = new Credentials(layout, "", timeout);
  }

  /** How a push ended. */
  enum Outcome {
    /** The remote branch is at the commit. */
    PUSHED,
    /** The remote branch has moved meanwhile, or another push was moving it. */
    OVERTAKEN
  }

  private interface Work<T> {
    T run(Transport transport) throws IOException;
  }

  /**
   * Fetches the commit that the remote branch points to, with its history; empty if there is no
   * such branch.
   */
  Optional<ObjectId> fetch(RemoteBranch branch) {
    return fetch(branch, 0);
  }

  /** Fetches more history of a shallow clone; false if the clone is complete. */
  boolean deepen(RemoteBranch branch) {
    try {
      if (git.getObjectDatabase().getShallowCommits().isEmpty()) {
        return false;
      }
    } catch (IOException e) {
      throw GitProblems.io("can't read where the shallow history ends", e);
    }
    depth = depth < MAX_DEPTH ? depth * DEPTH_FACTOR : Integer.MAX_VALUE;
    fetch(branch, depth);
    return true;
  }

  /** Fetches to a depth of {@code maxDepth}, unless 0, even if the newest commit is here. */
  private Optional<ObjectId> fetch(RemoteBranch branch, int maxDepth) {
    return call(
        branch.url(),
        "can't fetch from " + branch.display(),
        branch,
        transport -> {
          if (maxDepth > 0) {
            transport.setDepth(maxDepth);
          }
          try (FetchConnection connection =
              transport.openFetch(List.of(new RefSpec(branch.name())))) {
            Ref ref = connection.getRef(branch.name());
            if (ref == null || ref.getObjectId() == null) {
              return Optional.empty();
            }
            if (maxDepth > 0 || !git.getObjectDatabase().has(ref.getObjectId())) {
              connection.fetch(NullProgressMonitor.INSTANCE, List.of(ref), Set.of());
              SharedPacks.adjust(git, layout.shared());
              for (PackLock lock : connection.getPackLocks()) {
                lock.unlock();
              }
            }
            return Optional.of(ref.getObjectId());
          }
        });
  }

  /**
   * Moves the remote branch from {@code before} to {@code commit}, never by force.
   *
   * @param before the commit that it points to; the zero id if there is no such branch
   * @throws ProblemException {@code PUSH_REJECTED} if the remote refuses by policy
   */
  Outcome push(RemoteBranch branch, ObjectId before, ObjectId commit) {
    return call(
        branch.pushUrl(),
        "can't push to " + branch.display(),
        branch,
        transport -> {
          transport.setTimeout(seconds(timeout)); // hooks on the remote take time
          RemoteRefUpdate update =
              new RemoteRefUpdate(
                  git, commit.name(), commit, branch.name(), false, null, before.copy());
          String messages =
              new FolderPush(layout, timeout).push(transport, branch.display(), update);
          return outcome(branch, update, messages);
        });
  }

  /** The remote's message about the last push that was overtaken. */
  String lastAnswer() {
    return lastAnswer;
  }

  /**
   * Runs {@code work} in its own thread: JGit's timeouts interrupt a thread, which does not end
   * reading from a socket or a program. Closing the transport ends the program.
   */
  private <T> T call(String url, String what, RemoteBranch branch, Work<T> work) {
    credentials = new Credentials(layout, url, timeout);
    try (Transport transport = open(branch, url)) {
      FutureTask<T> task = new FutureTask<>(() -> work.run(transport));
      Thread thread = new Thread(task, "replenish-remote");
      thread.setDaemon(true);
      thread.start();
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String late = "no answer in " + timeout.toSeconds() + " seconds";
      throw failed(what, branch, new IOException(late, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(what, branch, new IOException("interrupted", e));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException other) {
        throw other; // including ProblemException
      }
      throw failed(what, branch, e.getCause() instanceof Exception checked ? checked : e);
    } catch (URISyntaxException | NotSupportedException e) {
      throw GitProblems.state(
          what + ": " + clean(e.getMessage()), "Correct its URL with `git remote set-url`.");
    } catch (TransportException e) {
      throw failed(what, branch, e);
    }
  }

  /** At least 1, because JGit takes 0 as no timeout. */
  private static int seconds(Duration time) {
    return (int) Math.max(1, time.toSeconds());
  }

  private Outcome outcome(RemoteBranch branch, RemoteRefUpdate update, String messages) {
    String reason = update.getMessage() == null ? "" : update.getMessage();
    return switch (update.getStatus()) {
      case OK -> Outcome.PUSHED;
      // UP_TO_DATE: another run made the identical commit in the same second; count it as
      // overtaken.
      case UP_TO_DATE, REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> overtaken(reason);
      case REJECTED_OTHER_REASON -> {
        if (PushFailures.isRace(reason)) {
          yield overtaken(reason);
        }
        throw PushFailures.rejected(branch, clean(reason + ". " + messages));
      }
      default -> throw PushFailures.rejected(branch, clean(update.getStatus() + ". " + reason));
    };
  }

  private Outcome overtaken(String reason) {
    lastAnswer = clean(reason);
    return Outcome.OVERTAKEN;
  }

  private Transport open(RemoteBranch branch, String url)
      throws URISyntaxException, NotSupportedException, TransportException {
    URIish uri = new URIish(url);
    configure(git.getConfig());
    Transport transport = Transport.open(git, credentials.uri(uri));
    transport.setTimeout(seconds(timeout.dividedBy(ANSWER_DIVISOR)));
    transport.setCredentialsProvider(credentials);
    if (!uri.isRemote()) {
      transport.setOptionReceivePack(FolderPush.command());
    }
    if (transport instanceof TransportHttp http) {
      http.setHttpConnectionFactory(new HttpConnections(layout, branch.remote(), uri));
    }
    if (transport instanceof SshTransport ssh) {
      ssh.setSshSessionFactory(new ExternalSsh(layout));
    }
    return transport;
  }

  /**
   * Gives JGit, which reads only the repository's own file, the settings of the other files, and
   * disables hooks. In memory, and before each call, because JGit drops them if the file changes.
   */
  private void configure(StoredConfig config) {
    config.setString("core", null, "hookspath", git.getDirectory() + "/HEAD/none");
    TreeMap<String, List<String>> values = new TreeMap<>();
    for (ConfigEntry entry : layout.config().section("http")) {
      List<String> list = values.computeIfAbsent(entry.key(), key -> new ArrayList<>());
      if (!entry.key().endsWith("extraheader") || isHeader(entry.value())) {
        list.add(entry.value());
      }
    }
    values.forEach(
        (key, list) -> {
          int dot = key.lastIndexOf('.');
          String subsection = dot < 0 ? null : key.substring(0, dot);
          config.setStringList("http", subsection, key.substring(dot + 1), list);
        });
  }

  /** JGit would log a warning that quotes any other text. An empty one discards those before it. */
  private static boolean isHeader(String text) {
    return text.isEmpty() || text.indexOf(':') > 0 && text.chars().allMatch(c -> c < 0x7f);
  }

  /** Without the exception as cause, because {@code -v} would print its message unmasked. */
  private ProblemException failed(String what, RemoteBranch branch, Exception e) {
    return PushFailures.failed(what, branch, clean(String.valueOf(e.getMessage())));
  }

  /** The remote's message on one line, with secrets masked. */
  private String clean(@Nullable String message) {
    String line = credentials.clean(String.valueOf(message));
    line = line.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > MAX_MESSAGE_LENGTH
        ? line.substring(0, MAX_MESSAGE_LENGTH) + "..."
        : line;
  }
}
