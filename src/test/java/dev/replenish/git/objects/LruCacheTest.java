package dev.replenish.git.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The most recently used values are kept. */
class LruCacheTest {

  @Test
  void leastRecentlyUsedValueIsDroppedFirst() {
    LruCache<Integer> cache = new LruCache<>(2);
    cache.keep("a", 1);
    cache.keep("b", 2);
    assertEquals(Optional.of(1), cache.get("a"));
    cache.keep("c", 3);
    assertEquals(Optional.empty(), cache.get("b"));
    assertEquals(Optional.of(1), cache.get("a"));
    assertEquals(Optional.of(3), cache.get("c"));
  }

  @Test
  void newValueReplacesTheOld() {
    LruCache<Integer> cache = new LruCache<>(2);
    cache.keep("a", 1);
    cache.keep("b", 2);
    cache.keep("a", 3);
    assertEquals(Optional.of(3), cache.get("a"));
    assertEquals(Optional.of(2), cache.get("b"));
  }
}
