package dev.replenish.outline;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.StatusAliases;
import dev.replenish.dialect.Dialect;
import dev.replenish.text.SourceText;

/** Reads backlogs without markers, however they are written (docs/reference/unmarked.md). */
public final class OutlineDialect implements Dialect {
  private final StatusAliases aliases;

  /** The dialect with a team's own words for statuses. */
  public OutlineDialect(StatusAliases aliases) {
    this.aliases = aliases;
  }

  @Override
  public Document read(SourceText source, FileRole role) {
    return new OutlineReader(source, role, aliases).read();
  }
}
