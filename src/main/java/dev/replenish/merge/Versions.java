package dev.replenish.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The three versions of a file.
 *
 * @param base what both sides began with
 */
record Versions(Version base, Version ours, Version theirs) {

  /** In which container each part of the result is; parts that go are left out. */
  Map<Key, Key> homes() throws PlainMerge {
    Set<Key> all = new LinkedHashSet<>(ours.homes().keySet());
    all.addAll(theirs.homes().keySet());
    Map<Key, Key> homes = new HashMap<>();
    for (Key key : all) {
      if (stays(key)) {
        homes.put(key, home(key));
      }
    }
    for (Key home : homes.values()) {
      if (!home.equals(Key.OUTSIDE) && !homes.containsKey(home)) {
        throw new PlainMerge("one side removes a group into which the other moves a task");
      }
    }
    return homes;
  }

  private boolean stays(Key key) throws PlainMerge {
    if (ours.holds(key) && theirs.holds(key)) {
      return key.kind() != Key.Kind.AUDIT || !audit(key).isEmpty();
    }
    if (!base.holds(key)) {
      return true;
    }
    return switch (key.kind()) {
      case AUDIT -> !audit(key).isEmpty();
      case GROUP -> changesGroup(key);
      case BATCH_TYPE -> false;
      case BLOCK -> !base.lines(key).equals(left(key).lines(key));
    };
  }

  private List<String> audit(Key key) {
    return AuditUnion.of(base.lines(key), ours.lines(key), theirs.lines(key));
  }

  /** A group that one side removes goes, if the other has left its own lines alone. */
  private boolean changesGroup(Key key) throws PlainMerge {
    if (!base.container(key).lines().equals(left(key).container(key).lines())) {
      throw new PlainMerge("one side removes a group that the other changes");
    }
    return false;
  }

  /** The one side that holds the part. */
  private Version left(Key key) {
    return ours.holds(key) ? ours : theirs;
  }

  private Key home(Key key) throws PlainMerge {
    Key before = base.homes().get(key);
    Key our = ours.homes().get(key);
    Key their = theirs.homes().get(key);
    if (our == null || their == null) {
      return our == null ? nonNull(their) : our;
    }
    if (our.equals(their) || their.equals(before)) {
      return our;
    }
    if (our.equals(before)) {
      return their;
    }
    throw new PlainMerge("the sides have put a task into different groups");
  }

  private static Key nonNull(@Nullable Key key) {
    if (key == null) {
      throw new IllegalStateException("no side holds the part");
    }
    return key;
  }

  /** The parts of the result that {@code side} has in a container, in its order. */
  static List<Key> keys(Version side, Key container, Map<Key, Key> homes) {
    List<Key> keys = new ArrayList<>();
    for (Container.Place place : side.container(container).parts()) {
      if (container.equals(homes.get(place.key()))) {
        keys.add(place.key());
      }
    }
    return keys;
  }
}
