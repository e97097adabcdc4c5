package dev.replenish.plan;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Blocks that come into a file together.
 *
 * <pre>Arrival.of(board.backlog(), tasks).asLastOf(group -> group.label().equals(label))</pre>
 *
 * @param blocks the blocks, byte for byte but for the line endings
 * @param ordered whether they are in the file in this order
 * @param place where they are; empty where that does not matter
 */
public record Arrival(List<Block> blocks, boolean ordered, Optional<Place> place) {

  /**
   * One block.
   *
   * @param source the text that it is in
   * @param span where it is there
   * @param objection what is wrong with the task that is read from it, or nothing
   */
  public record Block(SourceText source, Span span, Function<Task, Optional<String>> objection) {

    /** A block that is written anew as {@code text}. */
    public static Block written(String text, Function<Task, Optional<String>> objection) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Block(SourceText.of("", "", bytes), new Span(0, bytes.length), objection);
    }
  }

  /**
   * A place in one group.
   *
   * @param group which group holds all of the blocks
   * @param last whether nothing is behind them there
   * @param next the block right behind them; empty where that does not matter
   */
  public record Place(Predicate<Group> group, boolean last, Optional<Block> next) {}

  /** Copies the collection. */
  public Arrival {
    blocks = List.copyOf(blocks);
  }

  /** The blocks of {@code tasks} as they are in {@code document}, in order. */
  public static Arrival of(Document document, List<Task> tasks) {
    return of(document, tasks, task -> Optional.empty());
  }

  /** The same, each read as a task that {@code objection} says nothing against. */
  public static Arrival of(
      Document document, List<Task> tasks, Function<Task, Optional<String>> objection) {
    List<Block> blocks = new ArrayList<>();
    for (Task task : tasks) {
      blocks.add(new Block(document.source(), task.block(), objection));
    }
    return of(blocks);
  }

  /** These blocks in order. */
  public static Arrival of(List<Block> blocks) {
    return new Arrival(blocks, true, Optional.empty());
  }

  /** The same in any order. */
  public Arrival unordered() {
    return new Arrival(blocks, false, place);
  }

  /** The same, all in one group that {@code group} accepts. */
  public Arrival into(Predicate<Group> group) {
    return in(new Place(group, false, Optional.empty()));
  }

  /** The same, behind everything else in such a group. */
  public Arrival asLastOf(Predicate<Group> group) {
    return in(new Place(group, true, Optional.empty()));
  }

  /** The same, right before {@code task} of {@code document} in such a group. */
  public Arrival before(Document document, Task task, Predicate<Group> group) {
    Block block = new Block(document.source(), task.block(), any -> Optional.empty());
    return in(new Place(group, false, Optional.of(block)));
  }

  private Arrival in(Place other) {
    return new Arrival(blocks, ordered, Optional.of(other));
  }
}
