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
 * {@code git} nor another run is at work meanwhile. Each is a link to the run's ticket, which names
 * the run and all locks that it may take: a lock that a dead run left behind is taken away, anybody
 * else's never. Tickets are a queue too: who has waited longest comes first.
 */
public final class Locks implements AutoCloseable {
  private static final String LOCK_LINE = "lock ";
  private static final long POLL_MILLIS = 15;
  private static final long BARGE_MILLIS = 500;
  private static final int LONGEST_TEXT = 8192;

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
   * Takes a ticket.
   *
   * @param commonDir where tickets lie
   * @param locks all that may be taken with it; who waits for the first is in one queue
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

  /** Lets the others of a shared repository see who holds the locks. */
  public void share(SharedPermissions shared) {
    shared.adjust(file);
  }

  /** Takes a lock, waiting at most {@code patience}; who came before comes first. */
  public void await(Path lock, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    long free = System.nanoTime();
    try {
      while (true) {
        boolean taken = Files.exists(lock);
        long now = System.nanoTime();
        free = taken ? now : free;
        // Who is in front and does not move is passed after a while.
        boolean mine = !taken && (isFirst() || now - free > BARGE_MILLIS * 1_000_000);
        if (mine && tryTake(lock) || taken && removeStale(lock) && isFirst() && tryTake(lock)) {
          return;
        }
        if (System.nanoTime() - end > 0) {
          throw held(lock);
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (IOException e) {
      throw GitProblems.io("can't lock " + lock, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw held(lock);
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

  /** Takes a lock if nobody has it. */
  public boolean tryTake(Path lock) throws IOException {
    // A link appears with its content, so that nobody ever sees a lock without its holder.
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

  /** Whether the ticket is still there. */
  public boolean isThere() {
    return Files.exists(file);
  }

  /** Whether the lock is still the one that was taken: someone may have removed it by force. */
  public boolean holds(Path lock) {
    return held.contains(lock) && text.equals(read(lock));
  }

  /** Gives a lock back, unless someone has replaced it by force; whether that worked. */
  public boolean release(Path lock) {
    boolean mine = held.contains(lock);
    for (int tries = 0; mine && tries < 2; tries++) { // it is in everybody's way
      String seen = read(lock);
      if (text.equals(seen)) {
        DurableFile.deleteQuietly(lock);
      }
      mine = seen != null && (seen.isEmpty() || text.equals(seen)); // empty: it can't be read now
    }
    boolean released = !mine || read(lock) == null;
    if (released) {
      held.remove(lock); // else it is tried again in the end
    }
    return released;
  }

  /** Gives all locks back, and then the ticket. */
  @Override
  public void close() {
    boolean released = true;
    for (int i = held.size() - 1; i >= 0; i--) {
      released &= release(held.get(i));
    }
    if (released) {
      DurableFile.deleteQuietly(file); // else it tells the next run what to remove
    }
  }

  /** Refuses if someone else holds the lock right now; takes nothing. */
  public static void requireFree(Path lock) {
    String seen = read(lock);
    if (seen != null && !isGone(seen)) {
      throw held(lock);
    }
  }

  private static boolean isGone(String text) {
    LockOwner holder = LockOwner.parse(text);
    return holder != null && holder.isGone();
  }

  /** The refusal of a lock that someone holds. */
  public static ProblemException held(Path lock) {
    String seen = read(lock);
    LockOwner holder = seen == null ? null : LockOwner.parse(seen);
    return GitProblems.locked(lock, holder == null ? "another Git process" : holder.toString());
  }

  /** Removes a lock whose run is dead; whether it is gone. */
  public static boolean removeStale(Path lock) throws IOException {
    String seen = read(lock);
    return seen == null || (isGone(seen) && remove(lock, seen));
  }

  /**
   * Removes a lock with this text. The dead file itself is locked meanwhile, so that of two runs
   * that find it only one removes it, and never the lock that the other has just taken.
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
      return false; // another user's, or another thread is at it
    }
  }

  /** Removes the locks that a dead run held with this ticket, if it is one. */
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
        // Whoever needs the lock tries again, and says what is wrong.
      }
    }
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.size(file) > LONGEST_TEXT ? "" : new String(Files.readAllBytes(file), UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      return "";
    }
  }
}
