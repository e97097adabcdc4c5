package dev.replenish.app.board;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.Tree;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;
import java.util.Optional;

/** Reads text files from a tree. */
public final class TextFile {
  private TextFile() {}

  /**
   * The file at {@code path}, if there is one.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} if it can't be read as
   *     text
   */
  public static Optional<SourceText> read(Tree tree, String path) {
    Optional<Blob> blob = tree.read(path);
    if (blob.isEmpty()) {
      return Optional.empty();
    }
    SourceText text = SourceText.of(path, blob.get().id(), blob.get().bytes());
    requireNone(Intake.objection(text));
    return Optional.of(text);
  }

  /**
   * Refuses text against which there is an objection.
   *
   * @throws ProblemException {@code INVALID_DOCUMENT} with the place
   */
  public static void requireNone(Optional<Intake.Objection> objection) {
    if (objection.isPresent()) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          objection.get().where(),
          objection.get().message(),
          objection.get().next());
    }
  }
}
