package dev.replenish.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the parts of a container are among its merged lines. */
final class PartPlaces {
  private final LineMerge lines;
  private final List<int[]> above = new ArrayList<>();
  private final Map<Key, Integer> base;
  private final Map<Key, Integer> ours;
  private final Map<Key, Integer> theirs;

  PartPlaces(LineMerge lines, Container base, Container ours, Container theirs) {
    this.lines = lines;
    this.base = places(base);
    this.ours = places(ours);
    this.theirs = places(theirs);
    for (LineMerge.Piece piece : lines.pieces()) {
      add(piece);
    }
  }

  private static Map<Key, Integer> places(Container container) {
    Map<Key, Integer> places = new HashMap<>();
    for (Container.Place place : container.parts()) {
      places.put(place.key(), place.at());
    }
    return places;
  }

  /** Of each line of the result, or conflict, which line of either side it is; -1 for none. */
  private void add(LineMerge.Piece piece) {
    switch (piece.origin()) {
      case BOTH -> {
        for (int i = piece.oursFrom(); i < piece.oursTo(); i++) {
          above.add(new int[] {i, piece.theirsFrom() + i - piece.oursFrom()});
        }
      }
      case OURS -> {
        for (int i = piece.oursFrom(); i < piece.oursTo(); i++) {
          above.add(new int[] {i, -1});
        }
      }
      case THEIRS -> {
        for (int i = piece.theirsFrom(); i < piece.theirsTo(); i++) {
          above.add(new int[] {-1, i});
        }
      }
      case CONFLICT ->
          above.add(
              new int[] {
                piece.oursFrom() < piece.oursTo() ? piece.oursFrom() : -1,
                piece.theirsFrom() < piece.theirsTo() ? piece.theirsFrom() : -1
              });
    }
  }

  /** Above which line of the result each of {@code order} is. */
  Map<Key, Integer> of(List<Key> order) {
    Map<Key, Integer> places = new HashMap<>();
    int previous = 0;
    for (Key key : order) {
      previous = place(key, previous);
      places.put(key, previous);
    }
    return places;
  }

  private int place(Key key, int previous) {
    Integer old = base.get(key);
    int[] our = range(ours.get(key), 0);
    int[] their = range(theirs.get(key), 1);
    if (our == null || their == null) {
      return clamp(previous, our == null ? their : our);
    }
    int from = Math.max(our[0], their[0]);
    int to = Math.min(our[1], their[1]);
    if (from <= to) {
      return clamp(previous, new int[] {from, to});
    }
    boolean unmoved = old != null && lines.staysInOurs(old, ours.getOrDefault(key, 0));
    return clamp(previous, unmoved ? their : our);
  }

  /** Between which lines of the result a place of one side is. */
  private int @Nullable [] range(@Nullable Integer at, int side) {
    if (at == null) {
      return null;
    }
    int from = 0;
    int to = above.size();
    for (int i = 0; i < above.size(); i++) {
      int line = above.get(i)[side];
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
