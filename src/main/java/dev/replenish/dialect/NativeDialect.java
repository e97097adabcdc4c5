package dev.replenish.dialect;

import dev.replenish.board.Document;
import dev.replenish.board.StatusAliases;
import dev.replenish.text.SourceText;

/** The dialect of {@code ## group_begin} and {@code ## task_begin} (docs/reference/format.md). */
public final class NativeDialect implements Dialect {
  private final StatusAliases aliases;

  /** The dialect with the five words for a status alone. */
  public NativeDialect() {
    this(StatusAliases.NONE);
  }

  /** The dialect with the words of a team for a status. */
  public NativeDialect(StatusAliases aliases) {
    this.aliases = aliases;
  }

  @Override
  public Document read(SourceText source, Role role) {
    return new NativeReader(source, role, aliases).read();
  }
}
