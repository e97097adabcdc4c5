package dev.replenish.git.objects;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A cache of the values used last, for a process that serves many requests. Only values that never
 * change belong here; memory pressure clears them. Thread-safe. Keys are strings, because the hash
 * of a record costs a short run milliseconds.
 *
 * @param <V> the values, shared between threads
 */
public final class LruCache<V> {
  private final int maxEntries;
  private final Map<String, SoftReference<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

  /** A cache of at most {@code maxEntries} values, those used last. */
  public LruCache(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /** The value that {@code key} always names, if it is cached. */
  public synchronized Optional<V> get(String key) {
    SoftReference<V> known = entries.get(key);
    return known == null ? Optional.empty() : Optional.ofNullable(known.get());
  }

  /** Caches {@code value}. */
  public synchronized void keep(String key, V value) {
    entries.put(key, new SoftReference<>(value));
    if (entries.size() > maxEntries) {
      entries.remove(entries.keySet().iterator().next());
    }
  }
}
