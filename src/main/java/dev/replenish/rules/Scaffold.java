package dev.replenish.rules;

import dev.replenish.board.Document;
import dev.replenish.board.FieldName;
import dev.replenish.board.Task;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Adds required fields that a task lacks, with placeholders, which still count as missing
 * (docs/reference/findings.md, "Repairs").
 */
public final class Scaffold {
  private Scaffold() {}

  /** One insertion for each task of {@code backlog} that lacks one of {@code require}. */
  public static List<Replacement> edits(Document backlog, Set<FieldName> require) {
    String newLine = backlog.source().lineEnding(LineEnding.LF).text();
    List<Replacement> edits = new ArrayList<>();
    for (Task task : backlog.tasks()) {
      String fields = missing(task, require).replace("\n", newLine);
      boolean enclosed = task.form().isEmpty() && task.isWhole();
      if (!fields.isEmpty() && enclosed) {
        boolean open = !backlog.source().atLineStart(task.position().bodyEnd());
        edits.add(Replacement.insert(task.position().bodyEnd(), (open ? newLine : "") + fields));
      }
    }
    return edits;
  }

  private static String missing(Task task, Set<FieldName> require) {
    StringBuilder fields = new StringBuilder();
    for (FieldName name : FieldName.values()) {
      if (require.contains(name) && task.details().field(name).isEmpty()) {
        fields.append(name == FieldName.PLAN ? "**Plan:**\n1. TBD\n2. TBD\n3. TBD\n" : line(name));
      }
    }
    return fields.toString();
  }

  private static String line(FieldName name) {
    return "**" + name.label() + ":** TBD\n";
  }
}
