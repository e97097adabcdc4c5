package dev.replenish.merge;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds lines outside of tasks that a merge has duplicated, with the repair. */
final class RepeatedLines {
  private final Board board;
  private final List<Finding> findings = new ArrayList<>();

  private RepeatedLines(Board board) {
    this.board = board;
  }

  /** Finds repeated audit comments in a group, and repeated lines with the type of the batch. */
  static List<Finding> of(Board board) {
    RepeatedLines lines = new RepeatedLines(board);
    lines.comments();
    lines.batchType();
    return lines.findings;
  }

  /** Reports two comments of a group that record one move; the repair removes the later one. */
  private void comments() {
    SourceText source = board.backlog().source();
    for (Group group : board.backlog().groups()) {
      Map<String, Span> known = new HashMap<>();
      int at = LineWalk.next(source.bytes(), group.marker().from());
      while (at < group.position().audit().offset()) {
        Span line = line(source.bytes(), at);
        String key = AuditUnion.key(source.text(line));
        Span other = key == null ? null : known.put(key, line);
        if (key != null && other != null) {
          String first = source.text(other);
          Span later = AuditUnion.earlier(first, source.text(line)).equals(first) ? line : other;
          known.put(key, later.equals(line) ? other : line);
          Finding finding =
              Finding.of(
                  FindingCode.COMMENT_TWICE,
                  source.location(later.from()),
                  "another comment records the same move");
          findings.add(finding.fixedBy(Replacement.remove(later)));
        }
        at = line.to();
      }
    }
  }

  /** Reports lines right below the one with the type of the batch that give it again. */
  private void batchType() {
    Document todo = board.todo().orElse(null);
    if (todo == null || todo.batchType().isEmpty()) {
      return;
    }
    SourceText source = todo.source();
    byte[] bytes = source.bytes();
    Span value = todo.batchType().get();
    int first = TextLines.line(source, value.from()).from();
    String label = source.text(new Span(first, value.from()));
    List<Span> lines = new ArrayList<>();
    int at = first;
    while (at < bytes.length && source.text(line(bytes, at)).startsWith(label)) {
      lines.add(line(bytes, at));
      at = LineWalk.next(bytes, at);
    }
    Span stays = lines.get(0);
    for (Span line : lines) {
      stays = isTrue(todo, source.text(line).substring(label.length())) ? line : stays;
    }
    for (Span line : lines) {
      if (!line.equals(stays)) {
        findings.add(
            Finding.of(
                    FindingCode.BATCH_TYPE_TWICE,
                    source.location(line.from()),
                    "the type of the batch is given twice")
                .fixedBy(Replacement.remove(line)));
      }
    }
  }

  private static boolean isTrue(Document todo, String value) {
    List<Task> active = todo.activeTasks();
    return !active.isEmpty() && active.get(0).type().filter(value::contains).isPresent();
  }

  private static Span line(byte[] bytes, int at) {
    return new Span(at, LineWalk.next(bytes, at));
  }
}
