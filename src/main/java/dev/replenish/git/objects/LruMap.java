package dev.replenish.git.objects;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of no more than so many entries: those that were asked for last. It belongs to one thread;
 * {@link LruCache} is for several.
 *
 * @param <K> what is asked for
 * @param <V> what it is
 */
public final class LruMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  /** Keeps {@code most} entries. */
  public LruMap(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
