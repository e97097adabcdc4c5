package dev.replenish.core;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.dialect.NativeDialect;
import dev.replenish.dialect.Role;
import dev.replenish.index.IndexReader;
import dev.replenish.text.Intake;
import dev.replenish.text.SourceText;

/** Any file with markers, as any file of a board: it is read, and its tasks are parts of it. */
public final class ReaderFuzz {
  private ReaderFuzz() {}

  /** Called by the fuzzer with whatever it has made up. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    SourceText source = SourceText.of("BACKLOG.md", "", bytes);
    if (Intake.objection(source).isPresent()) {
      return; // no reader sees it
    }
    for (Role role : Role.values()) {
      check(new NativeDialect().read(source, role));
    }
    IndexReader.read(source);
  }

  /** Whether the tasks lie in the file, one behind the other; and all that is lazy is read. */
  static void check(Document document) {
    int at = 0;
    for (Task task : document.tasks()) {
      if (task.block().from() < at || task.block().to() > document.source().length()) {
        throw new AssertionError(task.block() + " behind " + at);
      }
      if (task.form().isEmpty()) {
        at = task.block().to(); // without markers a task may hold others
      }
      task.details();
      document.source().text(task.extent());
    }
  }
}
