package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Task;
import dev.replenish.text.Ascii;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The edits of one file and their places in the edited file. A new file is one insertion. */
final class AppliedEdits {
  private final SourceText source;
  private final List<Replacement> edits;
  private final int[] starts;

  AppliedEdits(Optional<Document> before, Optional<FileChange> change, String path) {
    this.source = before.isPresent() ? before.get().source() : emptySource(path);
    this.edits = edits(change);
    this.starts = new int[edits.size()];
    int shift = 0;
    for (int i = 0; i < starts.length; i++) {
      Replacement edit = edits.get(i);
      starts[i] = edit.span().from() + shift;
      shift += edit.bytes().length - edit.span().length();
    }
  }

  private static SourceText emptySource(String path) {
    return SourceText.of(path, "", new byte[0]);
  }

  private static List<Replacement> edits(Optional<FileChange> change) {
    if (change.isEmpty()) {
      return List.of();
    }
    Optional<Edits> edits = change.get().edits();
    return edits.isPresent()
        ? edits.get().replacements()
        : List.of(new Replacement(Span.at(0), change.get().after()));
  }

  /** The file before the edits. */
  SourceText source() {
    return source;
  }

  /** The edits in order. */
  List<Replacement> all() {
    return edits;
  }

  /** The index of the edit that inserted {@code task} of {@code after}; -1 if none did. */
  int indexOfInsertion(Task task, SourceText after) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) { // finds the last edit that starts at or before the block
      int middle = (low + high) >>> 1;
      if (starts[middle] <= task.block().from()) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && holds(high, task.block(), after.bytes()) ? high : -1;
  }

  /** Whether the edit holds the block, whose last line break may be after the edit. */
  private boolean holds(int edit, Span block, byte[] after) {
    int end = starts[edit] + edits.get(edit).bytes().length;
    if (block.from() >= end) {
      return false;
    }
    for (int at = end; at < block.to(); at++) {
      if (!Ascii.isBreak(after[at])) {
        return false;
      }
    }
    return true;
  }

  /** The text that the edit at {@code index} inserts besides {@code blocks} of the new file. */
  String textBeside(int index, List<Task> blocks) {
    byte[] bytes = edits.get(index).bytes();
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Task task : blocks) {
      int from = Math.max(at, task.block().from() - starts[index]);
      text.append(new String(bytes, at, from - at, StandardCharsets.UTF_8));
      at = Math.min(bytes.length, task.block().to() - starts[index]);
    }
    return text.append(new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8)).toString();
  }
}
