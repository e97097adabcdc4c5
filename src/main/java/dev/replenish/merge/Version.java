package dev.replenish.merge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file, split into parts, which in order make up all of its bytes.
 *
 * @param containers each group, and the part of the file outside of groups
 * @param blocks all other parts
 * @param homes the container of each part
 */
record Version(Map<Key, Container> containers, Map<Key, Block> blocks, Map<Key, Key> homes) {

  Container container(Key key) {
    Container container = containers.get(key);
    return container == null ? Container.EMPTY : container;
  }

  @Nullable Block block(Key key) {
    return blocks.get(key);
  }

  boolean holds(Key key) {
    return homes.containsKey(key);
  }

  /** The lines of a part; none if it is missing. */
  List<String> lines(Key key) {
    Block block = blocks.get(key);
    return block == null ? List.of() : block.lines();
  }
}
