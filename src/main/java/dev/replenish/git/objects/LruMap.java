package dev.replenish.git.objects;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of limited size that keeps the entries used last. Not thread-safe; {@link LruCache} is.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class LruMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int maxEntries;

  /** A map of at most {@code maxEntries} entries. */
  public LruMap(int maxEntries) {
    super(16, 0.75f, true);
    this.maxEntries = maxEntries;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > maxEntries;
  }
}
