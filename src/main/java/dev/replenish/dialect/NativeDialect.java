package dev.replenish.dialect;

import dev.replenish.board.Document;
import dev.replenish.text.SourceText;

/** The dialect of {@code ## group_begin} and {@code ## task_begin} (docs/reference/format.md). */
public final class NativeDialect implements Dialect {

  @Override
  public Document read(SourceText source, Role role) {
    return new NativeReader(source, role).read();
  }
}
