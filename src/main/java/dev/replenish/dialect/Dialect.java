package dev.replenish.dialect;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.text.SourceText;

/** One way of writing a backlog. Reading never fails: whatever is wrong becomes a finding. */
public interface Dialect {

  /** The document in {@code source}, read as {@code role}. */
  Document read(SourceText source, FileRole role);
}
