package dev.replenish.plan;

import dev.replenish.board.Task;
import dev.replenish.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What may change in one file. Everything else stays: all other blocks are the same, in order and
 * in their groups, and no finding comes up.
 *
 * @param file which file
 * @param leaves the tasks whose blocks go, with the blank lines and separators around them
 * @param arrives the blocks that come in; blank lines and separators may come with them
 * @param edited the tasks that stay and change inside
 * @param text which changes are allowed outside of blocks
 * @param restored the bytes that the file has to have, whatever its edits are; nothing but a step
 *     that takes back another one knows them
 * @param lenient whether warnings may come up and other tasks may be read in another state; errors
 *     never may come up
 */
public record FileScope(
    BoardFile file,
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
  public static FileScope of(BoardFile file) {
    return new FileScope(file, List.of(), List.of(), List.of(), List.of(), Optional.empty(), false);
  }

  /** The blocks of {@code tasks} leave. */
  public FileScope leaving(Collection<Task> tasks) {
    return new FileScope(file, plus(leaves, tasks), arrives, edited, text, restored, lenient);
  }

  /** The blocks of {@code arrivals} come in. */
  public FileScope arriving(Arrival... arrivals) {
    return new FileScope(
        file, leaves, plus(arrives, List.of(arrivals)), edited, text, restored, lenient);
  }

  /** The tasks of {@code edits} change inside. */
  public FileScope editing(Collection<BlockEdit> edits) {
    return new FileScope(file, leaves, arrives, plus(edited, edits), text, restored, lenient);
  }

  /** Text outside of blocks changes as one of {@code rules} allows. */
  public FileScope allowing(TextRule... rules) {
    return new FileScope(
        file, leaves, arrives, edited, plus(text, List.of(rules)), restored, lenient);
  }

  /** The file gets the bytes of {@code source} back. */
  public FileScope restoring(SourceText source) {
    return new FileScope(file, leaves, arrives, edited, text, Optional.of(source), lenient);
  }

  /**
   * People's blocks come in or change as they are: warnings may come up, and what stays may be read
   * in another state.
   */
  public FileScope leniently() {
    return new FileScope(file, leaves, arrives, edited, text, restored, true);
  }

  private static <T> List<T> plus(List<T> some, Collection<? extends T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
