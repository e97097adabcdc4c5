package dev.replenish.plan;

import dev.replenish.board.Board;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What a step may do to a board, declared separately from the code that makes its edits. {@link
 * Draft} reads the files again and checks them against the scope (docs/reference/moving.md,
 * "Proof"); a file that it does not name must not change at all.
 *
 * <pre>Scope.of(FileScope.of(TODO).leaving(tasks), FileScope.of(ARCHIVE).arriving(end))</pre>
 *
 * @param files what may change in each file that holds tasks
 * @param index what may change in the index; empty if nothing may
 * @param summarizes whether the summaries change, and must be true afterwards
 * @param rewrite the check of a step that rewrites files block by block; empty for all other steps
 */
public record Scope(
    List<FileScope> files,
    Optional<IndexScope> index,
    boolean summarizes,
    Optional<Rewrite> rewrite) {

  /** Nothing may change. */
  public static final Scope NOTHING = of();

  /** The check of a step that may rewrite any block. */
  @FunctionalInterface
  public interface Rewrite {

    /** What is wrong with {@code after}, if anything. */
    Optional<String> violation(Board before, Board after);

    /** Whether the files get earlier bytes back, errors included. */
    default boolean restores() {
      return false;
    }
  }

  /** Copies the collection. */
  public Scope {
    files = List.copyOf(files);
  }

  /** The scope of changes to files that hold tasks. */
  public static Scope of(FileScope... files) {
    return new Scope(List.of(files), Optional.empty(), false, Optional.empty());
  }

  /** The scope of a step that rewrites files, with its own check. */
  public static Scope rewriting(Rewrite check) {
    return new Scope(List.of(), Optional.empty(), false, Optional.of(check));
  }

  /** The same, and the entries of the index must agree with {@code facts}. */
  public Scope indexing(List<ExpectedEntry> facts) {
    IndexScope scope = new IndexScope(facts, Optional.empty());
    return new Scope(files, Optional.of(scope), summarizes, rewrite);
  }

  /** The same, and the summaries change and must be true afterwards. */
  public Scope summarizing() {
    return new Scope(files, index, true, rewrite);
  }

  /** The same, and the index gets the bytes of {@code source} back. */
  public Scope restoringIndex(SourceText source) {
    IndexScope scope = new IndexScope(List.of(), Optional.of(source));
    return new Scope(files, Optional.of(scope), summarizes, rewrite);
  }
}
