package dev.replenish.merge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file, taken apart: put together again in order, the parts are its bytes.
 *
 * @param containers what is outside of groups, and each group
 * @param blocks all other parts
 * @param homes in which container each part is
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

  /** The lines of a part that may be missing. */
  List<String> lines(Key key) {
    Block block = blocks.get(key);
    return block == null ? List.of() : block.lines();
  }
}
