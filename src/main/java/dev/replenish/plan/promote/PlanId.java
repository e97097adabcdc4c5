package dev.replenish.plan.promote;

import dev.replenish.board.Board;
import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.plan.FileNames;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Selection;
import dev.replenish.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the id of a plan from what decides its outcome: the board's files, the batch, and the
 * settings that change what is written (docs/reference/commits-and-trailers.md, "The plan id"). The
 * date is left out, so that a plan made before midnight can be carried out after it.
 */
final class PlanId {
  private static final int LENGTH = 16;

  private PlanId() {}

  static String of(Board board, Policy policy, FileNames files, Selection selection) {
    StringBuilder facts = new StringBuilder("replenish plan 1\n");
    facts.append("board ").append(board.dir()).append('\n');
    file(facts, board.backlog().source());
    for (Optional<Document> file : List.of(board.todo(), board.archive())) {
      file(facts, file.isPresent() ? file.get().source() : null);
    }
    file(facts, board.index().isPresent() ? board.index().get().source() : null);
    if (selection instanceof Selection.Batch batch) {
      facts.append("group ").append(batch.group().line()).append('\n');
      for (Task task : batch.tasks()) {
        facts.append("task ").append(task.line()).append('\n');
      }
      facts.append("audit ").append(policy.auditComment()).append('\n');
      if (board.todo().isEmpty()) {
        facts
            .append("new ")
            .append(files.todo())
            .append(' ')
            .append(policy.batchSize())
            .append('\n');
      }
    } else if (selection instanceof Selection.Nothing nothing) {
      facts.append("nothing ").append(nothing.reason().word()).append('\n');
    }
    return hash(facts.toString());
  }

  private static void file(StringBuilder facts, @Nullable SourceText source) {
    facts.append("file ");
    facts.append(source == null ? "none" : source.path() + " " + source.id()).append('\n');
  }

  private static String hash(String facts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(facts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
