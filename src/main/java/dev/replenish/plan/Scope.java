package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What a step may do to a board, declared apart from the code that makes its edits. {@link Draft}
 * reads the files again and checks them against it (docs/reference/moving.md, "Proof"); a file that
 * no scope names may not change at all.
 *
 * <pre>Scope.of(FileScope.of(TODO).leaving(tasks), FileScope.of(ARCHIVE).arriving(end))</pre>
 *
 * @param files what may change in each file that holds tasks
 * @param index what may change in the index; empty where nothing may
 * @param summarizes whether the summaries change, and have to be true afterwards
 * @param rewrite the check of a step that writes files anew, block by block; no other step has one
 */
public record Scope(
    List<FileScope> files,
    Optional<IndexScope> index,
    boolean summarizes,
    Optional<Rewrite> rewrite) {

  /** Nothing may change. */
  public static final Scope NOTHING = of();

  /** The check of a step that keeps no block as it is. */
  @FunctionalInterface
  public interface Rewrite {

    /** What is wrong with {@code after}, or nothing. */
    Optional<String> violation(Board before, Board after);

    /** Whether the files get bytes back that they had once, errors included. */
    default boolean restores() {
      return false;
    }
  }

  /** Copies the collection. */
  public Scope {
    files = List.copyOf(files);
  }

  /** Changes of files that hold tasks. */
  public static Scope of(FileScope... files) {
    return new Scope(List.of(files), Optional.empty(), false, Optional.empty());
  }

  /** A step that writes files anew, with its own check. */
  public static Scope rewriting(Rewrite check) {
    return new Scope(List.of(), Optional.empty(), false, Optional.of(check));
  }

  /** The same with the entries of the index that have to agree with {@code facts}. */
  public Scope indexing(List<ExpectedEntry> facts) {
    IndexScope scope = new IndexScope(facts, Optional.empty());
    return new Scope(files, Optional.of(scope), summarizes, rewrite);
  }

  /** The same with summaries that change, and have to be true afterwards. */
  public Scope summarizing() {
    return new Scope(files, index, true, rewrite);
  }

  /** The same with an index that gets the bytes of {@code source} back. */
  public Scope restoringIndex(SourceText source) {
    IndexScope scope = new IndexScope(List.of(), Optional.of(source));
    return new Scope(files, Optional.of(scope), summarizes, rewrite);
  }
}
