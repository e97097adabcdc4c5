package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.Refusal;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackLock;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** Talks to a remote: what its branches point to, and one push of one branch. Bounded in time. */
final class Wire {
  private static final int PATIENCE_SECONDS = 20;
  private static final int LONGEST_WORDS = 600;

  private final Repository git;
  private final Layout layout;
  private final Duration patience;

  Wire(Repository git, Layout layout, Duration patience) {
    this.git = git;
    this.layout = layout;
    this.patience = patience;
    tellOfHttp();
  }

  /** How a push ended. */
  enum Outcome {
    /** The branch over there is at the commit. */
    PUSHED,
    /** It has moved on meanwhile, or somebody was moving it. */
    OVERTAKEN
  }

  /**
   * The commit that the branch points to over there, brought here with all it needs; empty where
   * there is no such branch.
   */
  Optional<ObjectId> fetch(RemoteBranch branch) {
    Credentials credentials = new Credentials(layout, branch.url());
    return inTime(
        () -> fetch(branch, credentials), "can't fetch from ", branch.display(), credentials);
  }

  private Optional<ObjectId> fetch(RemoteBranch branch, Credentials credentials)
      throws IOException, URISyntaxException {
    try (Transport transport = open(branch.url(), credentials)) {
      return fetch(branch, transport, false);
    }
  }

  private Optional<ObjectId> fetch(RemoteBranch branch, Transport transport, boolean always)
      throws IOException {
    try (FetchConnection connection = transport.openFetch(List.of(new RefSpec(branch.name())))) {
      Ref ref = connection.getRef(branch.name());
      if (ref == null || ref.getObjectId() == null) {
        return Optional.empty();
      }
      if (always || !git.getObjectDatabase().has(ref.getObjectId())) {
        connection.fetch(NullProgressMonitor.INSTANCE, List.of(ref), Set.of());
        for (PackLock lock : connection.getPackLocks()) {
          lock.unlock();
        }
      }
      return Optional.of(ref.getObjectId());
    }
  }

  /** Brings the whole history of the branch here, for a clone that has its end only. */
  void fetchHistory(RemoteBranch branch) {
    Credentials credentials = new Credentials(layout, branch.url());
    inTime(
        () -> fetchHistory(branch, credentials),
        "can't fetch the history from ",
        branch.display(),
        credentials);
  }

  private Optional<ObjectId> fetchHistory(RemoteBranch branch, Credentials credentials)
      throws IOException, URISyntaxException {
    try (Transport transport = open(branch.url(), credentials)) {
      transport.setDepth(Constants.INFINITE_DEPTH);
      return fetch(branch, transport, true);
    }
  }

  /**
   * Moves the branch over there from {@code before} to {@code commit}.
   *
   * @param before what it points to; the zero id where there is none
   * @param anew whether it may leave what it points to behind; never by force else
   * @throws Refusal {@code PUSH_REJECTED} where the remote refuses by policy
   */
  Outcome push(RemoteBranch branch, ObjectId before, ObjectId commit, boolean anew) {
    Credentials credentials = new Credentials(layout, branch.pushUrl());
    return inTime(
        () -> {
          try (Transport transport = open(branch.pushUrl(), credentials)) {
            RemoteRefUpdate update =
                new RemoteRefUpdate(
                    git, commit.name(), commit, branch.name(), anew, null, before.copy());
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            return outcome(branch, update, result.getMessages(), credentials);
          }
        },
        "can't push to ",
        branch.display(),
        credentials);
  }

  /**
   * Does it in a thread of its own: JGit's time-outs interrupt a thread, which ends no reading from
   * a socket or a program.
   */
  private <T> T inTime(Callable<T> work, String what, String remote, Credentials credentials) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "replenish-remote");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      String late = "no answer in " + patience.toSeconds() + " seconds";
      throw failed(what, remote, new IOException(late, e), credentials);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(what, remote, new IOException("interrupted", e), credentials);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException other) {
        throw other; // refusals are such
      }
      Exception cause = e.getCause() instanceof Exception checked ? checked : e;
      throw failed(what, remote, cause, credentials);
    }
  }

  private static Outcome outcome(
      RemoteBranch branch, RemoteRefUpdate update, String said, Credentials credentials) {
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> Outcome.PUSHED;
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> Outcome.OVERTAKEN;
      case REJECTED_OTHER_REASON -> {
        String reason = update.getMessage() == null ? "" : update.getMessage();
        if (isRace(reason)) {
          yield Outcome.OVERTAKEN;
        }
        throw rejected(branch, credentials.clean(reason + ". " + said));
      }
      default ->
          throw rejected(
              branch, credentials.clean(update.getStatus() + ". " + update.getMessage()));
    };
  }

  /** What servers say where two pushes meet; anything else is a policy. */
  static boolean isRace(String reason) {
    String said = reason.toLowerCase(Locale.ROOT);
    return said.contains("failed to lock")
        || said.contains("cannot lock")
        || said.contains("unable to lock")
        || said.contains("failed to update ref")
        || said.contains("already exists")
        || said.contains("stale info")
        || said.contains("fetch first")
        || said.contains("incorrect old value");
  }

  private static Refusal rejected(RemoteBranch branch, String words) {
    return Problem.of(
            ErrorCode.PUSH_REJECTED,
            branch.display() + " refused the push to " + branch.shortName() + ": " + oneLine(words),
            "Push to a branch of its own with --pr-branch NAME, and let it be merged from there.")
        .refusal();
  }

  private Transport open(String url, Credentials credentials)
      throws URISyntaxException, NotSupportedException, TransportException {
    URIish uri = new URIish(url);
    Transport transport = Transport.open(git, credentials.uri(uri));
    transport.setTimeout(PATIENCE_SECONDS);
    transport.setCredentialsProvider(credentials);
    if (!uri.isRemote()) {
      // Not by JGit in this process, which would not run the hooks over there.
      transport.setOptionReceivePack("exec git receive-pack");
    }
    if (transport instanceof SshTransport ssh) {
      ssh.setSshSessionFactory(new SshProgram(layout));
    }
    return transport;
  }

  /** JGit reads the repository's own file only: it is told what stands in the other places. */
  private void tellOfHttp() {
    StoredConfig config = git.getConfig();
    TreeMap<String, List<String>> values = new TreeMap<>();
    for (ConfigEntry entry : layout.config().section("http")) {
      values.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
    }
    values.forEach(
        (key, list) -> {
          int dot = key.lastIndexOf('.');
          String subsection = dot < 0 ? null : key.substring(0, dot);
          config.setStringList("http", subsection, key.substring(dot + 1), list);
        });
  }

  /** Never with the exception itself: {@code -v} would show its words as they are. */
  private static Refusal failed(String what, String remote, Exception e, Credentials credentials) {
    String words = oneLine(credentials.clean(String.valueOf(e.getMessage())));
    String low = words.toLowerCase(Locale.ROOT);
    if (low.contains("not authorized")
        || low.contains("not permitted")
        || low.contains("permission denied")
        || low.contains("authentication")
        || low.contains("credentialsprovider")) {
      return Problem.of(
              ErrorCode.PUSH_REJECTED,
              remote + " does not let us in: " + words,
              "Give a token that may write in REPLENISH_TOKEN, or let `git push` work first.")
          .refusal();
    }
    if (e instanceof URISyntaxException || e instanceof NotSupportedException) {
      return Refusals.state(
          what + remote + ": " + words, "Correct its URL with `git remote set-url`.");
    }
    return Problem.of(
            ErrorCode.IO,
            what + remote + ": " + words,
            "See that `git fetch " + remote + "` works, then try again.")
        .refusal();
  }

  private static String oneLine(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "..." : line;
  }
}
