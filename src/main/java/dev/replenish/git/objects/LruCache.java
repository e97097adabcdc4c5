package dev.replenish.git.objects;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was read last, for a process that is asked again and again. Only what can't change belongs
 * here; it is forgotten where memory gets short. Several threads may ask. Keys are strings, because
 * the hash of a record costs a short run milliseconds.
 *
 * @param <V> what it is: threads share it
 */
public final class LruCache<V> {
  private final int most;
  private final Map<String, SoftReference<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Keeps no more than {@code most}: those that were asked for last. */
  public LruCache(int most) {
    this.most = most;
  }

  /** What {@code key} names for ever, if it is known. */
  public synchronized Optional<V> get(String key) {
    SoftReference<V> known = kept.get(key);
    return known == null ? Optional.empty() : Optional.ofNullable(known.get());
  }

  /** Takes note of {@code value}. */
  public synchronized void keep(String key, V value) {
    kept.put(key, new SoftReference<>(value));
    if (kept.size() > most) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
