package dev.replenish.git.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The name of a temporary file. It identifies the process that made the file, so that a later run
 * can remove the files of a killed one: {@code
 * replenish-<kind>-<machine>-<pid>-<start>-<time>-<number>.tmp}.
 *
 * @param kind what the file is for
 * @param machine the machine and its PID namespace, as {@link LockOwner#machine()} writes them
 * @param pid the process id
 * @param started when the process started
 * @param time when the file was made, in milliseconds
 * @param number distinguishes the files of one process
 */
public record TemporaryFiles(
    String kind, String machine, long pid, long started, long time, long number) {
  private static final String PREFIX = "replenish-";
  private static final String SUFFIX = ".tmp";
  private static final String OF_JGIT = "noz"; // earlier versions wrote objects by JGit
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A new temporary file's path in {@code folder}; does not create the file. */
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

  /** Parses {@link #name}; null for any other file. */
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

  /** Whether the process that made the file runs on this machine. */
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

  /** All names in {@code folder}; none if it can't be read. */
  public static String[] names(Path folder) {
    String[] names = new File(folder.toString()).list();
    return names == null ? new String[0] : names;
  }

  /** Removes the temporary files and locks that dead processes left in {@code folder}. */
  public static void sweep(Path folder, Path commonDir) {
    for (String name : names(folder)) {
      TemporaryFiles temporary = parse(name);
      Path file = folder.resolve(name);
      if (temporary == null) {
        if (name.startsWith(OF_JGIT) && name.endsWith(SUFFIX) && isOld(file)) {
          DurableFile.deleteQuietly(file);
        }
      } else if (temporary.isDead() || (!temporary.isAlive() && isOld(file))) {
        Locks.removeLocksOf(file, commonDir);
        DurableFile.deleteQuietly(file);
      }
    }
  }

  /** Whether a file is too old to belong to a run that still works on another machine. */
  private static boolean isOld(Path file) {
    try {
      long age = System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
      return age > TimeUnit.DAYS.toMillis(1);
    } catch (IOException e) {
      return false;
    }
  }
}
