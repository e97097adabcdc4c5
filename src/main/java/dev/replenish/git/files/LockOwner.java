package dev.replenish.git.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The process that holds a lock, written so that another process can check whether it still runs.
 *
 * @param pid the process id
 * @param started when the process started, in milliseconds; distinguishes processes with a reused
 *     id
 * @param host the machine's name
 * @param boot the boot id, which changes when the machine restarts, or ""
 * @param pidNamespace the PID namespace; containers have their own
 * @param nonce unique to this lock; begins with a hash of the user's name
 */
public record LockOwner(
    long pid, long started, String host, String boot, String pidNamespace, String nonce) {
  private static final String FIRST_LINE = "replenish lock";
  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{8}-[0-9]+--?[0-9]+");
  private static final long SAME_START_MILLIS = 2_000; // precision of start times

  /** Determined once, because it reads several files. */
  private static final class Self {
    static final LockOwner HOLDER = find();

    private static LockOwner find() {
      ProcessHandle me = ProcessHandle.current();
      return new LockOwner(
          me.pid(),
          startOf(me),
          hostName(),
          line("/proc/sys/kernel/random/boot_id"),
          currentPidNamespace(),
          "");
    }
  }

  /** This process, with a nonce of its own. */
  public static LockOwner current() {
    return current(user() + Thread.currentThread().getId() + "-" + System.nanoTime());
  }

  /** This process. */
  public static LockOwner current(String nonce) {
    LockOwner self = Self.HOLDER;
    return new LockOwner(self.pid, self.started, self.host, self.boot, self.pidNamespace, nonce);
  }

  /** How the process ids of another run's machine relate to those of this process. */
  enum Machine {
    /** Same machine: the ids are comparable. */
    SAME,
    /** This machine before it restarted: none of its processes runs any more. */
    EARLIER,
    /** Another machine or container: unknown. */
    OTHER
  }

  /** The machine as 24 hexadecimal digits, for file names. */
  public String machine() {
    return hex(host) + hex(boot) + hex(pidNamespace);
  }

  private static String hex(String text) {
    String digits = Integer.toHexString(text.hashCode());
    return "0".repeat(8 - digits.length()) + digits;
  }

  /** How the {@link #machine()} of another process relates to this one. */
  static Machine compareMachine(String other) {
    String mine = Self.HOLDER.machine();
    if (other.equals(mine)) {
      return Machine.SAME;
    }
    boolean earlier =
        other.length() == mine.length()
            && other.startsWith(mine.substring(0, 8))
            && !other.startsWith(mine.substring(0, 16));
    return earlier ? Machine.EARLIER : Machine.OTHER;
  }

  /** Whether the process that started at {@code started} with id {@code pid} still runs. */
  static boolean isRunning(long pid, long started) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return process.isPresent()
        && process.get().isAlive()
        && Math.abs(startOf(process.get()) - started) <= SAME_START_MILLIS;
  }

  private static String user() {
    return hex(System.getProperty("user.name", "")) + "-";
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    String linux = line("/proc/sys/kernel/hostname");
    if (!linux.isEmpty()) {
      return linux;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  private static String currentPidNamespace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String line(String file) {
    try {
      return Files.readString(Path.of(file), UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether the process certainly no longer runs. */
  public boolean isGone() {
    return isGone(hidesOthers());
  }

  /** Whether other users' processes are hidden: {@code /proc} with hidepid. */
  static boolean hidesOthers() {
    return Files.exists(Path.of("/proc/self/stat")) && !Files.exists(Path.of("/proc/1/stat"));
  }

  public boolean isGone(boolean othersAreHidden) {
    LockOwner me = Self.HOLDER;
    if (!host.equals(me.host)) {
      return false; // a shared disk: unknown
    }
    if (!boot.equals(me.boot)) {
      return true;
    }
    if (!pidNamespace.equals(me.pidNamespace) || (othersAreHidden && !nonce.startsWith(user()))) {
      return false; // it would not be visible even if it ran
    }
    return !isRunning(pid, started);
  }

  /** Whether this process wrote it. */
  public boolean isSelf() {
    LockOwner me = Self.HOLDER;
    return pid == me.pid
        && host.equals(me.host)
        && boot.equals(me.boot)
        && pidNamespace.equals(me.pidNamespace)
        && Math.abs(started - me.started) <= SAME_START_MILLIS;
  }

  /** Whether the nonce has the form that {@link #current()} makes, safe in a file name. */
  public boolean hasOwnNonce() {
    return NONCE.matcher(nonce).matches();
  }

  /** The text of a lock file. */
  public String text() {
    return String.join(
        "\n", FIRST_LINE, "" + pid, "" + started, host, boot, pidNamespace, nonce, "");
  }

  /** Parses {@link #text}; null for any other text. */
  public static @Nullable LockOwner parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 8 || !lines[0].equals(FIRST_LINE)) {
      return null;
    }
    try {
      return new LockOwner(
          Long.parseLong(lines[1]),
          Long.parseLong(lines[2]),
          lines[3],
          lines[4],
          lines[5],
          lines[6]);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "another replenish (process " + pid + " on " + host + ")";
  }
}
