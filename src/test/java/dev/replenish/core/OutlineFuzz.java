package dev.replenish.core;

import dev.replenish.board.StatusAliases;
import dev.replenish.dialect.Role;
import dev.replenish.outline.OutlineDialect;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;

/** Any file without markers, as any file of a board: it is read, and its tasks are parts of it. */
public final class OutlineFuzz {
  private OutlineFuzz() {}

  /** Called by the fuzzer with whatever it has made up. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    SourceText source = SourceText.of("BACKLOG.md", "", bytes);
    if (Intake.objection(source).isPresent()) {
      return; // no reader sees it
    }
    for (Role role : Role.values()) {
      ReaderFuzz.check(new OutlineDialect(StatusAliases.NONE).read(source, role));
    }
  }
}
