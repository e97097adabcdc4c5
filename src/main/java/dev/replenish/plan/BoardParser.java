package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Readme;
import dev.replenish.board.TaskIndex;
import dev.replenish.text.SourceText;
import java.util.Optional;

/** Reads the files of a board, whatever dialect they are written in. */
public interface BoardParser {

  /** The file of a board that has this role. */
  Document read(SourceText text, FileRole role);

  /** A README; empty if it has no summary. */
  Optional<Readme> readme(SourceText text);

  /** An index. */
  TaskIndex index(SourceText text);
}
