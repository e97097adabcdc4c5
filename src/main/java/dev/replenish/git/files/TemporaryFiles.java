package dev.replenish.git.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file that a run needs for a moment. It says which process made it, so that a later
 * run can remove what a killed one has left: {@code
 * replenish-<kind>-<machine>-<pid>-<start>-<time>-<number>.tmp}.
 *
 * @param kind what it is for
 * @param machine the machine and its process-number space, as {@link LockOwner#machine()} writes
 *     them
 * @param pid the process
 * @param started when the process began
 * @param time when the file was made, in milliseconds
 * @param number tells files of one process apart
 */
public record TemporaryFiles(
    String kind, String machine, long pid, long started, long time, long number) {
  private static final String PREFIX = "replenish-";
  private static final String SUFFIX = ".tmp";
  private static final String OF_JGIT = "noz"; // earlier versions let JGit write objects
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new name in {@code folder}. */
  public static Path in(Path folder, String kind) {
    return folder.resolve(named(kind).name());
  }

  public static TemporaryFiles named(String kind) {
    LockOwner me = LockOwner.current();
    return new TemporaryFiles(
        kind,
        me.machine(),
        me.pid(),
        me.started(),
        System.currentTimeMillis(),
        COUNT.incrementAndGet());
  }

  public String name() {
    return PREFIX
        + String.join("-", kind, machine, "" + pid, "" + started, "" + time, "" + number)
        + SUFFIX;
  }

  /** Reads {@link #name} back; null for any other file. */
  static @Nullable TemporaryFiles parse(String name) {
    if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
      return null;
    }
    String[] parts =
        name.substring(PREFIX.length(), name.length() - SUFFIX.length()).split("-", -1);
    if (parts.length != 6) {
      return null;
    }
    try {
      return new TemporaryFiles(
          parts[0],
          parts[1],
          Long.parseLong(parts[2]),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          Long.parseLong(parts[5]));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether the process that made the file lives on this machine. */
  boolean isAlive() {
    return machine.equals(LockOwner.current().machine()) && LockOwner.isRunning(pid, started);
  }

  private boolean isDead() {
    return switch (LockOwner.compareMachine(machine)) {
      case SAME -> !LockOwner.isRunning(pid, started) && !LockOwner.hidesOthers();
      case EARLIER -> true;
      case OTHER -> false;
    };
  }

  /** All names in {@code folder}; none where it can't be read. */
  public static String[] names(Path folder) {
    String[] names = new File(folder.toString()).list();
    return names == null ? new String[0] : names;
  }

  /** Removes what dead processes have left in {@code folder}, their locks included. */
  public static void sweep(Path folder, Path commonDir) {
    for (String name : names(folder)) {
      TemporaryFiles scratch = parse(name);
      Path file = folder.resolve(name);
      if (scratch == null) {
        if (name.startsWith(OF_JGIT) && name.endsWith(SUFFIX) && isOld(file)) {
          DurableFile.deleteQuietly(file);
        }
      } else if (scratch.isDead() || (!scratch.isAlive() && isOld(file))) {
        Locks.removeLocksOf(file, commonDir);
        DurableFile.deleteQuietly(file);
      }
    }
  }

  /** Whether a file is too old for any run that could still be going on elsewhere. */
  private static boolean isOld(Path file) {
    try {
      long age = System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
      return age > TimeUnit.DAYS.toMillis(1);
    } catch (IOException e) {
      return false;
    }
  }
}
