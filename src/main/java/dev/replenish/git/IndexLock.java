package dev.replenish.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Git's own {@code index.lock}, so that neither {@code git} nor another run changes the index. It
 * names its holder; one that a dead run left behind is taken away, anybody else's never.
 */
final class IndexLock {
  private static final long POLL_MILLIS = 20;

  private final Path file;
  private final String text;

  private IndexLock(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static Path file(Path index) {
    return index.resolveSibling(index.getFileName() + ".lock");
  }

  /** Takes the lock, waiting at most {@code patience}. */
  static IndexLock acquire(Path index, Duration patience) {
    IndexLock lock = new IndexLock(file(index), Holder.current().text());
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!lock.tryTake()) {
        if (lock.removeStale()) {
          continue;
        }
        if (System.nanoTime() - end > 0) {
          throw lock.held();
        }
        Thread.sleep(POLL_MILLIS);
      }
      return lock;
    } catch (IOException e) {
      throw Refusals.io("can't lock the index", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lock.held();
    }
  }

  /** Refuses if somebody else holds the lock right now; takes nothing. */
  static void requireFree(Path index) {
    IndexLock lock = new IndexLock(file(index), "");
    String held = read(lock.file);
    Holder holder = held == null ? null : Holder.parse(held);
    if (held != null && (holder == null || !holder.isGone())) {
      throw lock.held();
    }
  }

  private boolean tryTake() throws IOException {
    // A link appears with its content, so that nobody ever sees a lock without its holder.
    Path full =
        file.resolveSibling(
            file.getFileName()
                + "."
                + Thread.currentThread().getId()
                + "."
                + ProcessHandle.current().pid());
    try {
      Files.writeString(full, text, UTF_8);
      Files.createLink(file, full);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
      return tryCreate();
    } finally {
      Files.deleteIfExists(full);
    }
  }

  private boolean tryCreate() throws IOException {
    try {
      Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /**
   * Removes a lock whose run is dead. The dead file itself is locked meanwhile, so that of two runs
   * that find it only one removes it, and never the lock that the other has just taken.
   */
  private boolean removeStale() throws IOException {
    String seen = read(file);
    Holder holder = seen == null ? null : Holder.parse(seen);
    if (seen == null) {
      return true;
    }
    if (holder == null || !holder.isGone()) {
      return false;
    }
    try (FileChannel dead = FileChannel.open(file, StandardOpenOption.WRITE);
        var guard = dead.tryLock()) {
      if (guard == null || !seen.equals(read(file))) {
        return false;
      }
      Files.deleteIfExists(file);
      return true;
    } catch (NoSuchFileException e) {
      return true;
    } catch (OverlappingFileLockException e) {
      return false; // another thread is at it
    }
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.size(file) > 4096 ? "" : new String(Files.readAllBytes(file), UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      return "";
    }
  }

  private Refusal held() {
    String seen = read(file);
    Holder holder = seen == null ? null : Holder.parse(seen);
    return Refusals.locked(file, holder == null ? "another Git process" : holder.toString());
  }

  /** Gives the lock back, unless somebody has replaced it by force. */
  void release() {
    try {
      if (text.equals(read(file))) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The next run sees that its holder is gone.
    }
  }
}
