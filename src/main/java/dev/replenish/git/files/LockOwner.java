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
 * The process that holds a lock, written down so that another one can tell whether it still lives.
 *
 * @param pid the process
 * @param started when it began, in milliseconds; a number that came back belongs to another process
 * @param host the machine's name
 * @param boot what changes when the machine starts anew, or ""
 * @param space the process-number space; containers have their own
 * @param nonce what makes this lock different from every other; begins with the user's name
 */
public record LockOwner(
    long pid, long started, String host, String boot, String space, String nonce) {
  private static final String FIRST_LINE = "replenish lock";
  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{8}-[0-9]+--?[0-9]+");
  private static final long SAME_START_MILLIS = 2_000; // as exact as operating systems tell it

  /** Found out once: it costs several files to read. */
  private static final class Self {
    static final LockOwner HOLDER = find();

    private static LockOwner find() {
      ProcessHandle me = ProcessHandle.current();
      return new LockOwner(
          me.pid(),
          startOf(me),
          hostName(),
          line("/proc/sys/kernel/random/boot_id"),
          processSpace(),
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
    return new LockOwner(self.pid, self.started, self.host, self.boot, self.space, nonce);
  }

  /** How another machine's process numbers relate to those of this process. */
  enum Machine {
    /** They are the same. */
    SAME,
    /** It is this machine before it started anew: none of its processes lives. */
    EARLIER,
    /** Nobody can tell from here. */
    OTHER
  }

  /** The machine in 24 hexadecimal digits, for the names of files. */
  public String machine() {
    return hex(host) + hex(boot) + hex(space);
  }

  private static String hex(String text) {
    String digits = Integer.toHexString(text.hashCode());
    return "0".repeat(8 - digits.length()) + digits;
  }

  /** What {@link #machine()} of another process says. */
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

  /** Whether the process that had number {@code pid} when it began at {@code started} lives. */
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

  private static String processSpace() {
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

  /** Whether the process certainly does not run any more. */
  public boolean isGone() {
    return isGone(hidesOthers());
  }

  /** Whether the processes of other users can't be seen: {@code /proc} with hidepid. */
  static boolean hidesOthers() {
    return Files.exists(Path.of("/proc/self/stat")) && !Files.exists(Path.of("/proc/1/stat"));
  }

  public boolean isGone(boolean othersAreHidden) {
    LockOwner me = Self.HOLDER;
    if (!host.equals(me.host)) {
      return false; // a shared disk; nobody can tell from here
    }
    if (!boot.equals(me.boot)) {
      return true;
    }
    if (!space.equals(me.space) || (othersAreHidden && !nonce.startsWith(user()))) {
      return false; // it would not be seen if it lived
    }
    return !isRunning(pid, started);
  }

  /** Whether this very process wrote it. */
  public boolean isSelf() {
    LockOwner me = Self.HOLDER;
    return pid == me.pid
        && host.equals(me.host)
        && boot.equals(me.boot)
        && space.equals(me.space)
        && Math.abs(started - me.started) <= SAME_START_MILLIS;
  }

  /** Whether the nonce is one that {@link #current()} makes, fit for the name of a file. */
  public boolean hasOwnNonce() {
    return NONCE.matcher(nonce).matches();
  }

  /** As it is written into a lock. */
  public String text() {
    return String.join("\n", FIRST_LINE, "" + pid, "" + started, host, boot, space, nonce, "");
  }

  /** Reads {@link #text} back; null if it is something else. */
  static @Nullable public LockOwner parse(String text) {
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
