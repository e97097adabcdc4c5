package dev.replenish.app;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Index;
import dev.replenish.board.Problem;
import dev.replenish.dialect.Dialect;
import dev.replenish.dialect.IndexReader;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.dialect.Role;
import dev.replenish.git.Tree;
import dev.replenish.plan.FileNames;
import dev.replenish.plan.Reading;
import dev.replenish.text.Intake;
import dev.replenish.text.Location;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Reads a board out of a tree of files, after looking each file over. */
final class BoardReader implements Reading {
  private final FileNames files;
  private final Dialect dialect = new NativeDialect();

  BoardReader(FileNames files) {
    this.files = files;
  }

  /** The paths of the board's files, whether they exist or not. */
  List<String> paths(String dir) {
    return List.of(
        FileNames.on(dir, files.backlog()),
        FileNames.on(dir, files.todo()),
        FileNames.on(dir, files.archive()),
        FileNames.on(dir, files.index()));
  }

  /**
   * The board in {@code dir}.
   *
   * @throws dev.replenish.board.Refusal if there is no backlog or a file can't be taken
   */
  Board read(Tree tree, String dir) {
    String path = FileNames.on(dir, files.backlog());
    SourceText backlog = source(tree, path).orElseThrow(() -> missing(path).refusal());
    return new Board(
        dir,
        backlog(backlog),
        source(tree, FileNames.on(dir, files.todo()))
            .filter(text -> !text.isEmpty())
            .map(this::todo),
        source(tree, FileNames.on(dir, files.archive())).map(this::archive),
        source(tree, FileNames.on(dir, files.index())).map(this::index));
  }

  @Override
  public Document backlog(SourceText text) {
    return dialect.read(text, Role.BACKLOG);
  }

  @Override
  public Document todo(SourceText text) {
    return dialect.read(text, Role.TODO);
  }

  @Override
  public Document archive(SourceText text) {
    return dialect.read(text, Role.ARCHIVE);
  }

  @Override
  public Index index(SourceText text) {
    return IndexReader.read(text);
  }

  private static Problem missing(String path) {
    return Problem.at(
        ErrorCode.INVALID_DOCUMENT,
        Location.of(path),
        "there is no such file",
        "Write one with 'replenish init', or name the folder with --board.");
  }

  private static Optional<SourceText> source(Tree tree, String path) {
    return tree.read(path)
        .map(blob -> SourceText.of(path, blob.id(), blob.bytes()))
        .map(BoardReader::taken);
  }

  private static SourceText taken(SourceText text) {
    Intake.objection(text)
        .ifPresent(
            objection -> {
              throw Problem.at(
                      ErrorCode.INVALID_DOCUMENT,
                      objection.where(),
                      objection.message(),
                      objection.next())
                  .refusal();
            });
    return text;
  }
}
