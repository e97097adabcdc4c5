package dev.replenish.plan;

import dev.replenish.board.FileRole;
import dev.replenish.board.Task;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What may change in one file. Everything else stays: all other blocks are the same, in order and
 * in their groups, and no finding appears.
 *
 * @param file which file
 * @param leaves the tasks whose blocks are removed, with the blank lines and separators around them
 * @param arrives the blocks that are inserted; blank lines and separators may come with them
 * @param edited the tasks that stay and whose blocks change
 * @param text which changes are allowed outside of blocks
 * @param restored the bytes that the file must have, whatever its edits are; only a step that
 *     undoes another one has them
 * @param lenient whether warnings may appear and other tasks may be read in another state; errors
 *     may never appear
 */
public record FileScope(
    FileRole file,
    List<Task> leaves,
    List<Arrival> arrives,
    List<BlockEdit> edited,
    List<TextRule> text,
    Optional<SourceText> restored,
    boolean lenient) {

  /** Copies the collections. */
  public FileScope {
    leaves = List.copyOf(leaves);
    arrives = List.copyOf(arrives);
    edited = List.copyOf(edited);
    text = List.copyOf(text);
  }

  /** The scope of {@code file}, in which nothing may change yet. */
  public static FileScope of(FileRole file) {
    return new FileScope(file, List.of(), List.of(), List.of(), List.of(), Optional.empty(), false);
  }

  /** The same, and the blocks of {@code tasks} are removed. */
  public FileScope leaving(Collection<Task> tasks) {
    return new FileScope(file, plus(leaves, tasks), arrives, edited, text, restored, lenient);
  }

  /** The same, and the blocks of {@code arrivals} are inserted. */
  public FileScope arriving(Arrival... arrivals) {
    return new FileScope(
        file, leaves, plus(arrives, List.of(arrivals)), edited, text, restored, lenient);
  }

  /** The same, and the blocks of the tasks of {@code edits} change. */
  public FileScope editing(Collection<BlockEdit> edits) {
    return new FileScope(file, leaves, arrives, plus(edited, edits), text, restored, lenient);
  }

  /** The same, and text outside of blocks changes as one of {@code rules} allows. */
  public FileScope allowing(TextRule... rules) {
    return new FileScope(
        file, leaves, arrives, edited, plus(text, List.of(rules)), restored, lenient);
  }

  /** The same, and the file gets the bytes of {@code source} back. */
  public FileScope restoring(SourceText source) {
    return new FileScope(file, leaves, arrives, edited, text, Optional.of(source), lenient);
  }

  /**
   * The same, for users' blocks that are taken as they are: warnings may appear, and other tasks
   * may be read in another state.
   */
  public FileScope leniently() {
    return new FileScope(file, leaves, arrives, edited, text, restored, true);
  }

  private static <T> List<T> plus(List<T> list, Collection<? extends T> more) {
    List<T> all = new ArrayList<>(list);
    all.addAll(more);
    return all;
  }
}
