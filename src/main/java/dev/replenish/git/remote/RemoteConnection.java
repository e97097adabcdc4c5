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

/** Talks to a remote: what its branches point to, and one push of one branch. Bounded in time. */
final class RemoteConnection {
  /** Of the patience for a whole step: how much of it a single answer may take. */
  private static final int ANSWERS = 3;

  private static final int LONGEST_WORDS = 600;
  private static final int DEEPER = 20;
  private static final int DEEPEST = 8000;
  private final Repository git;
  private final Layout layout;
  private final Duration patience;
  private Credentials credentials;
  private String lastWords = "";
  private int depth = 1;

  RemoteConnection(Repository git, Layout layout, Duration patience) {
    this.git = git;
    this.layout = layout;
    this.patience = patience;
    this.credentials = new Credentials(layout, "", patience);
  }

  /** How a push ended. */
  enum Outcome {
    /** The branch over there is at the commit. */
    PUSHED,
    /** It has moved on meanwhile, or someone was moving it. */
    OVERTAKEN
  }

  private interface Work<T> {
    T over(Transport line) throws IOException;
  }

  /**
   * The commit that the branch points to over there, brought here with all it needs; empty where
   * there is no such branch.
   */
  Optional<ObjectId> fetch(RemoteBranch branch) {
    return fetch(branch, 0);
  }

  /** Fetches more of the history of a shallow clone; false where all of it is here. */
  boolean deepen(RemoteBranch branch) {
    try {
      if (git.getObjectDatabase().getShallowCommits().isEmpty()) {
        return false;
      }
    } catch (IOException e) {
      throw GitProblems.io("can't read how far the history goes", e);
    }
    depth = depth < DEEPEST ? depth * DEEPER : Integer.MAX_VALUE;
    fetch(branch, depth);
    return true;
  }

  /** As many commits as {@code most}, if it is not 0: they come even if the newest is here. */
  private Optional<ObjectId> fetch(RemoteBranch branch, int most) {
    return call(
        branch.url(),
        "can't fetch from " + branch.display(),
        branch,
        line -> {
          if (most > 0) {
            line.setDepth(most);
          }
          try (FetchConnection connection = line.openFetch(List.of(new RefSpec(branch.name())))) {
            Ref ref = connection.getRef(branch.name());
            if (ref == null || ref.getObjectId() == null) {
              return Optional.empty();
            }
            if (most > 0 || !git.getObjectDatabase().has(ref.getObjectId())) {
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
   * Moves the branch over there from {@code before} to {@code commit}, never by force.
   *
   * @param before what it points to; the zero id where there is none
   * @throws ProblemException {@code PUSH_REJECTED} where the remote refuses by policy
   */
  Outcome push(RemoteBranch branch, ObjectId before, ObjectId commit) {
    return call(
        branch.pushUrl(),
        "can't push to " + branch.display(),
        branch,
        line -> {
          line.setTimeout(seconds(patience)); // hooks over there take time
          RemoteRefUpdate update =
              new RemoteRefUpdate(
                  git, commit.name(), commit, branch.name(), false, null, before.copy());
          String said = new FolderPush(layout, patience).push(line, branch.display(), update);
          return outcome(branch, update, said);
        });
  }

  /** Why the last push was overtaken, in the remote's words. */
  String lastWords() {
    return lastWords;
  }

  /**
   * Does it in a thread of its own: JGit's time-outs interrupt a thread, which ends no reading from
   * a socket or a program. Closing the line ends the program.
   */
  private <T> T call(String url, String what, RemoteBranch branch, Work<T> work) {
    credentials = new Credentials(layout, url, patience);
    try (Transport line = open(branch, url)) {
      FutureTask<T> task = new FutureTask<>(() -> work.over(line));
      Thread thread = new Thread(task, "replenish-remote");
      thread.setDaemon(true);
      thread.start();
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String late = "no answer in " + patience.toSeconds() + " seconds";
      throw failed(what, branch, new IOException(late, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(what, branch, new IOException("interrupted", e));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException other) {
        throw other; // refusals are such
      }
      throw failed(what, branch, e.getCause() instanceof Exception checked ? checked : e);
    } catch (URISyntaxException | NotSupportedException e) {
      throw GitProblems.state(
          what + ": " + clean(e.getMessage()), "Correct its URL with `git remote set-url`.");
    } catch (TransportException e) {
      throw failed(what, branch, e);
    }
  }

  /** At least one: none would be for ever. */
  private static int seconds(Duration time) {
    return (int) Math.max(1, time.toSeconds());
  }

  private Outcome outcome(RemoteBranch branch, RemoteRefUpdate update, String said) {
    String reason = update.getMessage() == null ? "" : update.getMessage();
    return switch (update.getStatus()) {
      case OK -> Outcome.PUSHED;
      // Up to date: someone has made the very same commit in the same second, which is not ours.
      case UP_TO_DATE, REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> overtaken(reason);
      case REJECTED_OTHER_REASON -> {
        if (PushFailures.isRace(reason)) {
          yield overtaken(reason);
        }
        throw PushFailures.rejected(branch, clean(reason + ". " + said));
      }
      default -> throw PushFailures.rejected(branch, clean(update.getStatus() + ". " + reason));
    };
  }

  private Outcome overtaken(String reason) {
    lastWords = clean(reason);
    return Outcome.OVERTAKEN;
  }

  private Transport open(RemoteBranch branch, String url)
      throws URISyntaxException, NotSupportedException, TransportException {
    URIish uri = new URIish(url);
    tell(git.getConfig());
    Transport transport = Transport.open(git, credentials.uri(uri));
    transport.setTimeout(seconds(patience.dividedBy(ANSWERS)));
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
   * JGit reads the repository's own file only: it is told what is in the other places, and that
   * there are no hooks. In memory, and each time, because it forgets that when the file changes.
   */
  private void tell(StoredConfig config) {
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

  /** Of any other JGit would warn, and quote it. An empty one takes back those before it. */
  private static boolean isHeader(String text) {
    return text.isEmpty() || text.indexOf(':') > 0 && text.chars().allMatch(c -> c < 0x7f);
  }

  /** Never with the exception itself: {@code -v} would show its words as they are. */
  private ProblemException failed(String what, RemoteBranch branch, Exception e) {
    return PushFailures.failed(what, branch, clean(String.valueOf(e.getMessage())));
  }

  /** The remote's words on one line, without any secret. */
  private String clean(@Nullable String words) {
    String line = credentials.clean(String.valueOf(words));
    line = line.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "..." : line;
  }
}
