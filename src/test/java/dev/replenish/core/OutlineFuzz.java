package dev.replenish.core;

import dev.replenish.board.FileRole;
import dev.replenish.board.StatusAliases;
import dev.replenish.outline.OutlineDialect;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;

/** Reads any bytes as each file of a board without markers; its tasks must lie in the file. */
public final class OutlineFuzz {
  private OutlineFuzz() {}

  /** Called by the fuzzer with generated input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    SourceText source = SourceText.of("BACKLOG.md", "", bytes);
    if (Intake.objection(source).isPresent()) {
      return; // rejected before any reader
    }
    for (FileRole role : FileRole.values()) {
      ReaderFuzz.check(new OutlineDialect(StatusAliases.NONE).read(source, role));
    }
  }
}
