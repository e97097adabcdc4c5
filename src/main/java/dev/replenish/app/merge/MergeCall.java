package dev.replenish.app.merge;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.LineMatches;
import dev.replenish.merge.FileMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** One call of the merge driver by Git: it merges three files and writes the result over ours. */
public final class MergeCall {
  private MergeCall() {}

  /**
   * The request from Git.
   *
   * @param base the common ancestor; empty if there is none
   * @param ours our version, over which the result is written
   * @param theirs their version
   * @param markerSize how many characters a conflict marker has
   * @param path the file in the repository, only for messages
   */
  public record Request(Path base, Path ours, Path theirs, int markerSize, String path) {}

  /**
   * The result of the merge.
   *
   * @param path the file in the repository
   * @param conflicts the unresolved conflicts, one sentence each
   * @param plain why the file must be merged as text, and nothing was written; "" if it was merged
   */
  public record Result(String path, List<String> conflicts, String plain) {

    /** Copies the collection. */
    public Result {
      conflicts = List.copyOf(conflicts);
    }
  }

  /** Merges the file and writes the result, unless it must be merged as text. */
  public static Result merge(Request request) {
    FileMerge.Result result =
        FileMerge.of(
            read(request.base()),
            read(request.ours()),
            read(request.theirs()),
            request.markerSize(),
            LineMatches::of);
    if (result instanceof FileMerge.Result.Merged merged) {
      write(request.ours(), merged.bytes());
      return new Result(request.path(), merged.conflicts(), "");
    }
    return new Result(request.path(), List.of(), ((FileMerge.Result.Plain) result).why());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  /**
   * Writes the file atomically: if the process is killed, Git can still merge the old file as text.
   */
  private static void write(Path file, byte[] bytes) {
    Path temp = file.resolveSibling(file.getFileName() + ".merged");
    try {
      Files.write(temp, bytes);
      Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed("write", file, e);
    }
  }

  private static ProblemException failed(String what, Path file, IOException e) {
    return Problem.of(
            ErrorCode.IO,
            "can't " + what + " " + file + ": " + e.getMessage(),
            "Git merges the file as text; check the disk.")
        .refusal(e);
  }
}
