package dev.replenish.git;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.setup.GitProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** The index during a merge: the versions of the conflicted files. */
public final class Stages {
  private final Repo repo;
  private final DirCache index;

  private Stages(Repo repo, DirCache index) {
    this.repo = repo;
    this.index = index;
  }

  public static Stages of(Repo repo) {
    try {
      return new Stages(repo, DirCache.read(repo.layout().index().toFile(), repo.git().getFS()));
    } catch (IOException e) {
      throw GitProblems.io("can't read the index", e);
    }
  }

  /** Whether any file is in conflict. */
  public boolean isConflicted() {
    return index.hasUnmergedPaths();
  }

  /** Whether the file at {@code path} is in conflict. */
  public boolean isConflicted(String path) {
    int at = index.findEntry(path);
    return at >= 0 && index.getEntry(at).getStage() > 0;
  }

  /** One version of a conflicted file: stage 1 is the base, 2 ours and 3 theirs. */
  public Optional<byte[]> version(String path, int stage) {
    for (int at = index.findEntry(path); at >= 0 && at < index.getEntryCount(); at++) {
      DirCacheEntry entry = index.getEntry(at);
      if (!entry.getPathString().equals(path)) {
        break;
      }
      if (entry.getStage() == stage) {
        try {
          return Optional.of(repo.git().open(entry.getObjectId(), Constants.OBJ_BLOB).getBytes());
        } catch (IOException e) {
          throw GitProblems.io("can't read a version of " + path, e);
        }
      }
    }
    return Optional.empty();
  }

  /** Writes and stages files, so that they are no longer in conflict. */
  public static void write(Repo repo, Map<String, byte[]> files) {
    Path root = repo.workTree().orElseThrow();
    Repository git = repo.git();
    try (ObjectInserter objects = git.newObjectInserter()) {
      DirCache index = DirCache.lock(repo.layout().index().toFile(), git.getFS());
      try {
        DirCacheBuilder builder = index.builder();
        for (int i = 0; i < index.getEntryCount(); i++) {
          if (!files.containsKey(index.getEntry(i).getPathString())) {
            builder.add(index.getEntry(i));
          }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          ObjectId id = objects.insert(Constants.OBJ_BLOB, file.getValue());
          DirCacheEntry entry = new DirCacheEntry(file.getKey());
          entry.setFileMode(mode(index, file.getKey()));
          entry.setObjectId(id);
          builder.add(entry);
        }
        objects.flush();
        builder.finish();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Files.write(root.resolve(file.getKey()), file.getValue());
        }
        index.write();
        if (!index.commit()) {
          throw GitProblems.io("can't write the index", new IOException("it could not be renamed"));
        }
      } finally {
        index.unlock();
      }
    } catch (LockFailedException e) {
      throw Problem.of(
              ErrorCode.LOCKED,
              "the index is locked",
              "Run it again when the other program has ended.")
          .refusal(e);
    } catch (IOException e) {
      throw GitProblems.io("can't stage the files", e);
    }
  }

  private static FileMode mode(DirCache index, String path) {
    int at = index.findEntry(path);
    return at < 0 ? FileMode.REGULAR_FILE : index.getEntry(at).getFileMode();
  }
}
