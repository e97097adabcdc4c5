package dev.replenish.core;

import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.index.IndexReader;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;

/** Reads any bytes as each file of a board with markers; its tasks must lie in the file. */
public final class ReaderFuzz {
  private ReaderFuzz() {}

  /** Called by the fuzzer with generated input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    SourceText source = SourceText.of("BACKLOG.md", "", bytes);
    if (Intake.objection(source).isPresent()) {
      return; // rejected before any reader
    }
    for (FileRole role : FileRole.values()) {
      check(new NativeDialect().read(source, role));
    }
    IndexReader.read(source);
  }

  /** Checks that the tasks lie in the file one after another, and reads all lazy values. */
  static void check(Document document) {
    int at = 0;
    for (Task task : document.tasks()) {
      if (task.block().from() < at || task.block().to() > document.source().length()) {
        throw new AssertionError(task.block() + " behind " + at);
      }
      if (task.form().isEmpty()) {
        at = task.block().to(); // without markers, a task may hold others
      }
      task.details();
      document.source().text(task.extent());
    }
  }
}
