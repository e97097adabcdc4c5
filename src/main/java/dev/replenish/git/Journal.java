package dev.replenish.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.files.DurableFile;
import dev.replenish.git.files.LockOwner;
import dev.replenish.git.files.TemporaryFiles;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.SharedPermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a run is about to do. The file in the git directory exists from just before the branch moves
 * until index and work files are updated; a run that finds it finishes the work.
 *
 * @param holder the run that wrote it
 * @param branch the branch that moves
 * @param before the branch's commit before the move
 * @param after the branch's commit after the move
 * @param paths the files that differ between the two, in the order in which they are written
 */
record Journal(
    LockOwner holder, String branch, ObjectId before, ObjectId after, List<String> paths) {
  private static final int HOLDER_LINES = 7;

  static Path file(Path gitDir) {
    return gitDir.resolve("replenish-journal");
  }

  /** The journal that an interrupted run left, or null. */
  static @Nullable Journal read(Path gitDir) {
    try {
      String text = Files.readString(file(gitDir), UTF_8);
      LockOwner holder = LockOwner.parse(text);
      List<String> lines = text.lines().toList();
      if (holder == null || lines.size() < HOLDER_LINES + 4) {
        return null;
      }
      Journal journal =
          new Journal(
              holder,
              lines.get(HOLDER_LINES),
              ObjectId.fromString(lines.get(HOLDER_LINES + 1)),
              ObjectId.fromString(lines.get(HOLDER_LINES + 2)),
              lines.subList(HOLDER_LINES + 3, lines.size()));
      if (!holder.hasOwnNonce()) {
        throw foreign(gitDir);
      }
      return journal;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IllegalArgumentException e) {
      return null; // truncated by a crash of the machine: then the branch has not moved either
    } catch (IOException e) {
      throw Problem.of(
              ErrorCode.IO,
              "can't read the journal of an interrupted run, "
                  + file(gitDir)
                  + ": "
                  + GitProblems.reason(e),
              "Correct its permissions and try again: the next run finishes the interrupted one.")
          .refusal(e);
    }
  }

  /**
   * Refuses a nonce not made by Replenish, because it becomes part of the names of files to delete.
   */
  private static ProblemException foreign(Path gitDir) {
    return new ProblemException(
        ErrorCode.IO,
        "this is not the journal of an interrupted run: " + file(gitDir),
        "See what `git status` shows, then remove the file.");
  }

  /** Writes the journal and syncs it to disk, before the branch moves. */
  void write(Path gitDir, SharedPermissions shared) throws IOException {
    String text =
        holder.text()
            + String.join("\n", branch, before.name(), after.name(), String.join("\n", paths))
            + "\n";
    DurableFile.replace(
        TemporaryFiles.in(gitDir, "journal"), file(gitDir), text.getBytes(UTF_8), shared);
  }

  /** Deletes the journal; if that fails, the next run finds everything done and tries again. */
  static void delete(Path gitDir) {
    DurableFile.deleteQuietly(file(gitDir));
  }
}
