package dev.replenish.merge;

import dev.replenish.merge.LineMerge.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the merged file: lines as text, tasks by their ids. */
final class PartMerge {
  private final Versions versions;
  private final Map<Key, Key> homes;
  private final LineDiff diff;
  private final MergedText out;
  private final List<String> conflicts = new ArrayList<>();
  private final boolean separators;

  PartMerge(Versions versions, LineDiff diff, MergedText out) throws PlainMerge {
    this.versions = versions;
    this.homes = versions.homes();
    this.diff = diff;
    this.out = out;
    this.separators = usesSeparators(versions.ours()) || usesSeparators(versions.theirs());
  }

  private static boolean usesSeparators(Version version) {
    for (Block block : version.blocks().values()) {
      if (hasSeparator(block)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasSeparator(Block block) {
    for (String line : block.tail()) {
      if (!line.isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** What is left to a person, a sentence each. */
  List<String> run() {
    container(Key.OUTSIDE);
    return conflicts;
  }

  private void container(Key key) {
    Container base = versions.base().container(key);
    Container ours = versions.ours().container(key);
    Container theirs = versions.theirs().container(key);
    LineMerge lines = LineMerge.of(base.lines(), ours.lines(), theirs.lines(), diff);
    List<Key> order =
        PartOrder.of(
            Versions.keys(versions.base(), key, homes),
            Versions.keys(versions.ours(), key, homes),
            Versions.keys(versions.theirs(), key, homes));
    Map<Key, Integer> places = new PartPlaces(lines, base, ours, theirs).of(order);
    Map<Integer, List<Key>> parts = new HashMap<>();
    for (Key part : order) {
      parts.computeIfAbsent(places.getOrDefault(part, 0), at -> new ArrayList<>()).add(part);
    }
    new Writer(ours, theirs, parts).write(lines.pieces());
  }

  /** Writes one container. */
  private final class Writer {
    private final Container ours;
    private final Container theirs;
    private final Map<Integer, List<Key>> parts;
    private final Set<List<Key>> neighbours = new HashSet<>();
    private @Nullable Key previous;
    private int at;

    Writer(Container ours, Container theirs, Map<Integer, List<Key>> parts) {
      this.ours = ours;
      this.theirs = theirs;
      this.parts = parts;
      neighbours(ours);
      neighbours(theirs);
    }

    private void neighbours(Container side) {
      Container.Place last = null;
      for (Container.Place place : side.parts()) {
        if (last != null && last.at() == place.at()) {
          neighbours.add(List.of(last.key(), place.key()));
        }
        last = place;
      }
    }

    void write(List<Piece> pieces) {
      parts();
      for (Piece piece : pieces) {
        switch (piece.origin()) {
          case BOTH, OURS -> lines(ours.lines().subList(piece.oursFrom(), piece.oursTo()));
          case THEIRS -> lines(theirs.lines().subList(piece.theirsFrom(), piece.theirsTo()));
          case CONFLICT -> conflict(piece);
        }
      }
    }

    private void lines(List<String> lines) {
      for (String line : lines) {
        out.line(line);
        next();
      }
    }

    private void conflict(Piece piece) {
      List<String> our = ours.lines().subList(piece.oursFrom(), piece.oursTo());
      List<String> their = theirs.lines().subList(piece.theirsFrom(), piece.theirsTo());
      if (TextLines.isSeparation(our) && TextLines.isSeparation(their)) {
        out.lines(our);
      } else {
        out.conflict(our, their);
        conflicts.add("both sides change the same lines");
      }
      next();
    }

    private void next() {
      previous = null;
      at++;
      parts();
    }

    private void parts() {
      for (Key key : parts.getOrDefault(at, List.of())) {
        part(key);
        previous = key;
      }
    }

    private void part(Key key) {
      boolean apart = previous == null || neighbours.contains(List.of(previous, key));
      switch (key.kind()) {
        case AUDIT ->
            out.lines(
                AuditUnion.of(
                    versions.base().lines(key),
                    versions.ours().lines(key),
                    versions.theirs().lines(key)));
        case BATCH_TYPE ->
            out.lines(
                pick(
                    versions.base().lines(key),
                    versions.ours().lines(key),
                    versions.theirs().lines(key)));
        case GROUP -> {
          gap(apart);
          container(key);
        }
        case BLOCK -> {
          gap(apart);
          block(key);
        }
      }
    }

    private void gap(boolean apart) {
      if (!apart && previous != null) {
        boolean bare =
            previous.kind() == Key.Kind.BLOCK
                && separators
                && !hasSeparator(PartMerge.this.tail(previous));
        if (bare || !out.isBlankAbove()) {
          out.gap(bare);
        }
      }
    }
  }

  private Block tail(Key key) {
    Block ours = versions.ours().block(key);
    Block theirs = versions.theirs().block(key);
    Block block = ours == null ? theirs : ours;
    return new Block(List.of(), block == null ? List.of() : tail(key, block));
  }

  private List<String> tail(Key key, Block otherwise) {
    Block base = versions.base().block(key);
    Block ours = versions.ours().block(key);
    Block theirs = versions.theirs().block(key);
    if (ours == null || theirs == null) {
      return otherwise.tail();
    }
    return pick(base == null ? List.of() : base.tail(), ours.tail(), theirs.tail());
  }

  private static List<String> pick(List<String> base, List<String> ours, List<String> theirs) {
    return ours.equals(base) || ours.isEmpty() ? theirs : ours;
  }

  private void block(Key key) {
    Block base = versions.base().block(key);
    Block ours = versions.ours().block(key);
    Block theirs = versions.theirs().block(key);
    if (ours == null || theirs == null) {
      Block block = ours == null ? theirs : ours;
      if (block != null) {
        oneSide(key, base == null, block, ours != null);
      }
      return;
    }
    List<String> tail = tail(key, ours);
    List<String> old = base == null ? List.of() : base.lines();
    if (ours.lines().equals(theirs.lines()) || theirs.lines().equals(old)) {
      out.lines(ours.lines());
    } else if (ours.lines().equals(old)) {
      out.lines(theirs.lines());
    } else if (base == null && !header(ours).equals(header(theirs))) {
      out.conflict(ours.lines(), theirs.lines());
      conflicts.add("both sides add a task called " + key.name());
    } else {
      text(key, LineMerge.of(old, ours.lines(), theirs.lines(), diff), ours, theirs);
    }
    out.lines(tail);
  }

  private static String header(Block block) {
    return block.lines().size() < 2 ? "" : block.lines().get(1);
  }

  /** What one side alone has is new there, or it was edited while the other side removed it. */
  private void oneSide(Key key, boolean added, Block block, boolean ours) {
    if (added) {
      out.lines(block.all());
    } else {
      out.conflict(ours ? block.all() : List.of(), ours ? List.of() : block.all());
      conflicts.add(
          key.name()
              + (ours ? " is edited in ours and removed" : " is removed in ours and edited")
              + " in theirs");
    }
  }

  private void text(Key key, LineMerge merge, Block ours, Block theirs) {
    for (Piece piece : merge.pieces()) {
      List<String> our = ours.lines().subList(piece.oursFrom(), piece.oursTo());
      List<String> their = theirs.lines().subList(piece.theirsFrom(), piece.theirsTo());
      switch (piece.origin()) {
        case BOTH, OURS -> out.lines(our);
        case THEIRS -> out.lines(their);
        case CONFLICT -> out.conflict(our, their);
      }
    }
    if (!merge.isClean()) {
      conflicts.add("both sides change " + key.name());
    }
  }
}
