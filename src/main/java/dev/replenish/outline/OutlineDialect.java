package dev.replenish.outline;

import dev.replenish.board.Document;
import dev.replenish.dialect.Dialect;
import dev.replenish.dialect.Role;
import dev.replenish.text.SourceText;

/** Every way of writing a backlog that has no markers of its own (docs/reference/unmarked.md). */
public final class OutlineDialect implements Dialect {

  @Override
  public Document read(SourceText source, Role role) {
    return new OutlineReader(source, role).read();
  }
}
