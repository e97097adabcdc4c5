package dev.replenish.git.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was asked for last is kept. */
class LruCacheTest {

  @Test
  void theOneThatNobodyAskedForGoesFirst() {
    LruCache<Integer> recent = new LruCache<>(2);
    recent.keep("a", 1);
    recent.keep("b", 2);
    assertEquals(Optional.of(1), recent.get("a"));
    recent.keep("c", 3);
    assertEquals(Optional.empty(), recent.get("b"));
    assertEquals(Optional.of(1), recent.get("a"));
    assertEquals(Optional.of(3), recent.get("c"));
  }

  @Test
  void aNewValueTakesThePlaceOfTheOld() {
    LruCache<Integer> recent = new LruCache<>(2);
    recent.keep("a", 1);
    recent.keep("b", 2);
    recent.keep("a", 3);
    assertEquals(Optional.of(3), recent.get("a"));
    assertEquals(Optional.of(2), recent.get("b"));
  }
}
