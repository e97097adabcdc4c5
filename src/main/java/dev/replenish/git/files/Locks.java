package dev.replenish.git.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The locks of one run. They are Git's own files, such as {@code index.lock}, so that neither
 * {@code git} nor another run works at the same time. Each is a hard link to the run's ticket, a
 * file that names the run and all locks that it may take: a lock that a dead run left is removed,
 * any other lock never. Tickets also form a queue: the oldest one is served first.
 */
public final class Locks implements AutoCloseable {
  private static final String LOCK_LINE = "lock ";
  private static final long POLL_MILLIS = 15;
  private static final long BARGE_MILLIS = 500;
  private static final int MAX_TEXT_LENGTH = 8192;

  private final Path folder;
  private final TemporaryFiles ticket;
  private final Path file;
  private final String text;
  private final List<Path> held = new ArrayList<>();

  private Locks(Path folder, TemporaryFiles ticket, String text) {
    this.folder = folder;
    this.ticket = ticket;
    this.file = folder.resolve(ticket.name());
    this.text = text;
  }

  /**
   * Creates a ticket.
   *
   * @param commonDir the folder of the tickets
   * @param locks all locks that may be taken with it; runs with the same first lock share a queue
   */
  public static Locks of(Path commonDir, Path... locks) {
    StringBuilder text = new StringBuilder(LockOwner.current().text());
    for (Path lock : locks) {
      String name = (lock.startsWith(commonDir) ? commonDir.relativize(lock) : lock).toString();
      text.append(LOCK_LINE).append(name).append('\n');
    }
    String queue = Integer.toHexString(locks[0].toString().hashCode());
    Locks taken = new Locks(commonDir, TemporaryFiles.named("lock" + queue), text.toString());
    try {
      Files.writeString(
          taken.file, taken.text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return taken;
    } catch (IOException e) {
      DurableFile.deleteQuietly(taken.file);
      throw GitProblems.io("can't write to " + commonDir, e);
    }
  }

  /** Lets other users of a shared repository see who holds the locks. */
  public void share(SharedPermissions shared) {
    shared.adjust(file);
  }

  /** Takes a lock, waiting at most {@code timeout}; older tickets are served first. */
  public void await(Path lock, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    long free = System.nanoTime();
    try {
      while (true) {
        boolean taken = Files.exists(lock);
        long now = System.nanoTime();
        free = taken ? now : free;
        // An older ticket that does not take the free lock is passed over after a while.
        boolean mayTake = !taken && (isFirst() || now - free > BARGE_MILLIS * 1_000_000);
        if (mayTake && tryTake(lock) || taken && removeStale(lock) && isFirst() && tryTake(lock)) {
          return;
        }
        if (System.nanoTime() - end > 0) {
          throw refusal(lock);
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (IOException e) {
      throw GitProblems.io("can't lock " + lock, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal(lock);
    }
  }

  private boolean isFirst() {
    for (String name : TemporaryFiles.names(folder)) {
      TemporaryFiles other = TemporaryFiles.parse(name);
      if (other != null && other.kind().equals(ticket.kind()) && isBefore(other)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBefore(TemporaryFiles other) {
    int order = Long.compare(other.time(), ticket.time());
    order = order == 0 ? Long.compare(other.pid(), ticket.pid()) : order;
    order = order == 0 ? Long.compare(other.number(), ticket.number()) : order;
    return order < 0 && other.isAlive();
  }

  /** Takes a lock if it is free; returns whether it was. */
  public boolean tryTake(Path lock) throws IOException {
    // A link appears with its content, so that no lock is ever visible without its holder.
    boolean taken;
    try {
      Files.createLink(lock, file);
      taken = true;
    } catch (FileAlreadyExistsException e) {
      taken = false;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      taken = tryCreate(lock);
    }
    if (taken) {
      held.add(lock);
    }
    return taken;
  }

  private boolean tryCreate(Path lock) throws IOException {
    try {
      Files.writeString(lock, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Whether the ticket file still exists. */
  public boolean hasTicket() {
    return Files.exists(file);
  }

  /** Whether the lock is still the one that was taken: someone may have removed it by hand. */
  public boolean holds(Path lock) {
    return held.contains(lock) && text.equals(read(lock));
  }

  /**
   * Releases a lock, unless someone has removed or replaced it; returns whether this run no longer
   * holds it.
   */
  public boolean release(Path lock) {
    boolean own = held.contains(lock);
    for (int tries = 0; own && tries < 2; tries++) { // a leftover lock blocks everyone
      String seen = read(lock);
      if (text.equals(seen)) {
        DurableFile.deleteQuietly(lock);
      }
      own = seen != null && (seen.isEmpty() || text.equals(seen)); // empty: can't be read now
    }
    boolean released = !own || read(lock) == null;
    if (released) {
      held.remove(lock); // else close() tries again
    }
    return released;
  }

  /** Releases all locks, then deletes the ticket. */
  @Override
  public void close() {
    boolean released = true;
    for (int i = held.size() - 1; i >= 0; i--) {
      released &= release(held.get(i));
    }
    if (released) {
      DurableFile.deleteQuietly(file); // else the next run needs it to remove the locks
    }
  }

  /** Refuses if another process holds the lock now; takes nothing. */
  public static void requireFree(Path lock) {
    String seen = read(lock);
    if (seen != null && !isGone(seen)) {
      throw refusal(lock);
    }
  }

  private static boolean isGone(String text) {
    LockOwner holder = LockOwner.parse(text);
    return holder != null && holder.isGone();
  }

  /** The problem that another process holds the lock. */
  public static ProblemException refusal(Path lock) {
    String seen = read(lock);
    LockOwner holder = seen == null ? null : LockOwner.parse(seen);
    return GitProblems.locked(lock, holder == null ? "another Git process" : holder.toString());
  }

  /** Removes a lock whose run is dead; returns whether the lock is free now. */
  public static boolean removeStale(Path lock) throws IOException {
    String seen = read(lock);
    return seen == null || (isGone(seen) && remove(lock, seen));
  }

  /**
   * Removes a lock with this text. Locks the file itself meanwhile, so that only one of two runs
   * removes it, and never a lock that the other run has just taken.
   */
  private static boolean remove(Path lock, String seen) throws IOException {
    try (FileChannel dead = FileChannel.open(lock, StandardOpenOption.WRITE);
        var guard = dead.tryLock()) {
      if (guard == null || !seen.equals(read(lock))) {
        return false;
      }
      Files.deleteIfExists(lock);
      return true;
    } catch (NoSuchFileException e) {
      return true;
    } catch (AccessDeniedException | OverlappingFileLockException e) {
      return false; // another user's lock, or another thread is removing it
    }
  }

  /** Removes the locks that a dead run held with this ticket, if the file is a ticket. */
  static void removeLocksOf(Path ticket, Path commonDir) {
    String text = read(ticket);
    if (text == null || !isGone(text)) {
      return;
    }
    for (String line : text.split("\n", -1)) {
      Path lock = line.startsWith(LOCK_LINE) ? commonDir.resolve(line.substring(5)) : null;
      try {
        if (lock != null && text.equals(read(lock))) {
          remove(lock, text);
        }
      } catch (IOException e) {
        // The next run that needs the lock tries again and reports the reason.
      }
    }
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.size(file) > MAX_TEXT_LENGTH ? "" : new String(Files.readAllBytes(file), UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      return "";
    }
  }
}
