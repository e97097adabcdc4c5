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
 * Blocks that are inserted into a file together.
 *
 * <pre>Arrival.of(board.backlog(), tasks).asLastOf(group -> group.label().equals(label))</pre>
 *
 * @param blocks the blocks, byte for byte but for the line endings
 * @param ordered whether the file must hold them in this order
 * @param place where they must be; empty if it does not matter
 */
public record Arrival(List<Block> blocks, boolean ordered, Optional<Place> place) {

  /**
   * One block.
   *
   * @param source the text that holds it
   * @param span its place in that text
   * @param objection returns what is wrong with the task that is read from it, if anything
   */
  public record Block(SourceText source, Span span, Function<Task, Optional<String>> objection) {

    /** A new block with this text. */
    public static Block written(String text, Function<Task, Optional<String>> objection) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Block(SourceText.of("", "", bytes), new Span(0, bytes.length), objection);
    }
  }

  /**
   * A place in one group.
   *
   * @param group accepts the group that must hold all of the blocks
   * @param last whether they must be the last blocks in the group
   * @param next the block that must follow them; empty if it does not matter
   */
  public record Place(Predicate<Group> group, boolean last, Optional<Block> next) {}

  /** Copies the collection. */
  public Arrival {
    blocks = List.copyOf(blocks);
  }

  /** The unchanged blocks of {@code tasks} in {@code document}, in order. */
  public static Arrival of(Document document, List<Task> tasks) {
    return of(document, tasks, task -> Optional.empty());
  }

  /** The same blocks, where {@code objection} checks the task that is read from each. */
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

  /** The same blocks in any order. */
  public Arrival unordered() {
    return new Arrival(blocks, false, place);
  }

  /** The same blocks, all in one group that {@code group} accepts. */
  public Arrival into(Predicate<Group> group) {
    return in(new Place(group, false, Optional.empty()));
  }

  /** The same blocks, at the end of such a group. */
  public Arrival asLastOf(Predicate<Group> group) {
    return in(new Place(group, true, Optional.empty()));
  }

  /** The same blocks, right before {@code task} of {@code document} in such a group. */
  public Arrival before(Document document, Task task, Predicate<Group> group) {
    Block block = new Block(document.source(), task.block(), any -> Optional.empty());
    return in(new Place(group, false, Optional.of(block)));
  }

  private Arrival in(Place other) {
    return new Arrival(blocks, ordered, Optional.of(other));
  }
}
