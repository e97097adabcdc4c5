package dev.replenish.merge;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The container of each part of the result; removed parts are left out. */
final class PartHomes {
  private final Version base;
  private final Version ours;
  private final Version theirs;
  private final Map<Key, Key> homes = new HashMap<>();

  PartHomes(ThreeWay<Version> versions) {
    this.base = versions.base();
    this.ours = versions.ours();
    this.theirs = versions.theirs();
    Set<Key> all = new LinkedHashSet<>(ours.homes().keySet());
    all.addAll(theirs.homes().keySet());
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
  }

  private boolean stays(Key key) {
    if (ours.holds(key) && theirs.holds(key)) {
      return key.kind() != Key.Kind.AUDIT || !audit(key).isEmpty();
    }
    if (!base.holds(key)) {
      return true;
    }
    return switch (key.kind()) {
      case AUDIT -> !audit(key).isEmpty();
      case GROUP -> groupStays(key);
      case BATCH_TYPE -> false;
      case BLOCK -> !base.lines(key).equals(onlySide(key).lines(key));
    };
  }

  private List<String> audit(Key key) {
    return AuditUnion.of(new ThreeWay<>(base, ours, theirs).map(version -> version.lines(key)));
  }

  /**
   * Whether a group stays that one side removes: never; it is refused if the other side has changed
   * its lines.
   */
  private boolean groupStays(Key key) {
    if (!base.container(key).lines().equals(onlySide(key).container(key).lines())) {
      throw new PlainMerge("one side removes a group that the other changes");
    }
    return false;
  }

  /** The only side that holds the part. */
  private Version onlySide(Key key) {
    return ours.holds(key) ? ours : theirs;
  }

  private Key home(Key key) {
    Key our = ours.homes().get(key);
    Key their = theirs.homes().get(key);
    Key before = base.homes().get(key);
    if (our == null || their == null || our.equals(their) || their.equals(before)) {
      return Objects.requireNonNull(our == null ? their : our);
    }
    if (our.equals(before)) {
      return their;
    }
    throw new PlainMerge("the sides have put a task into different groups");
  }

  /** The parts of the result that {@code side} has in a container, in that side's order. */
  List<Key> in(Key container, Version side) {
    return side.container(container).parts().stream()
        .map(Container.Place::key)
        .filter(part -> container.equals(homes.get(part)))
        .toList();
  }
}
