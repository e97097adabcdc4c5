package dev.replenish.merge;

import dev.replenish.merge.ThreeWay.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of the parts of a container among its merged lines. */
final class PartPlaces {
  private final LineMerge lines;
  private final List<int[]> sideLines = new ArrayList<>();
  private final ThreeWay<Map<Key, Integer>> places;

  PartPlaces(LineMerge lines, ThreeWay<Container> versions) {
    this.lines = lines;
    this.places = versions.map(PartPlaces::places);
    lines.pieces().forEach(this::add);
  }

  private static Map<Key, Integer> places(Container container) {
    Map<Key, Integer> places = new HashMap<>();
    for (Container.Place place : container.parts()) {
      places.put(place.key(), place.at());
    }
    return places;
  }

  /** Records for each line of the result, or conflict, its line on both sides; -1 for none. */
  private void add(LineMerge.Piece piece) {
    int ours = piece.origin() == Origin.THEIRS ? 0 : piece.oursTo() - piece.oursFrom();
    int theirs = piece.origin() == Origin.OURS ? 0 : piece.theirsTo() - piece.theirsFrom();
    int length = piece.origin() == Origin.CONFLICT ? 1 : Math.max(ours, theirs);
    for (int i = 0; i < length; i++) {
      sideLines.add(
          new int[] {
            ours > 0 ? piece.oursFrom() + i : -1, theirs > 0 ? piece.theirsFrom() + i : -1
          });
    }
  }

  /** For each of {@code order}, the line of the result that it is above. */
  Map<Key, Integer> of(List<Key> order) {
    Map<Key, Integer> result = new HashMap<>();
    int previous = 0;
    for (Key key : order) {
      previous = place(key, previous);
      result.put(key, previous);
    }
    return result;
  }

  private int place(Key key, int previous) {
    Integer old = places.base().get(key);
    int[] our = range(places.ours().get(key), 0);
    int[] their = range(places.theirs().get(key), 1);
    if (our == null || their == null) {
      return clamp(previous, our == null ? their : our);
    }
    int from = Math.max(our[0], their[0]);
    int to = Math.min(our[1], their[1]);
    if (from <= to) {
      return clamp(previous, new int[] {from, to});
    }
    boolean unmoved = old != null && lines.staysInOurs(old, places.ours().getOrDefault(key, 0));
    return clamp(previous, unmoved ? their : our);
  }

  /** The lines of the result between which a place of one side is. */
  private int @Nullable [] range(@Nullable Integer at, int side) {
    if (at == null) {
      return null;
    }
    int from = 0;
    int to = sideLines.size();
    for (int i = 0; i < sideLines.size(); i++) {
      int line = sideLines.get(i)[side];
      if (line >= 0 && line < at) {
        from = i + 1;
      } else if (line >= at) {
        to = i;
        break;
      }
    }
    return new int[] {from, to};
  }

  private static int clamp(int previous, int @Nullable [] range) {
    return range == null ? previous : Math.max(range[0], Math.min(previous, range[1]));
  }
}
