package dev.replenish.merge;

import dev.replenish.merge.LineMerge.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the merged file: merges lines as text, and tasks by their ids. */
final class PartMerge {
  private final ThreeWay<Version> versions;
  private final PartHomes homes;
  private final LineDiff diff;
  private final MergedText out;
  private final List<String> conflicts = new ArrayList<>();
  private final boolean separators;

  PartMerge(ThreeWay<Version> versions, LineDiff diff, MergedText out) {
    this.versions = versions;
    this.homes = new PartHomes(versions);
    this.diff = diff;
    this.out = out;
    this.separators = usesSeparators(versions.ours()) || usesSeparators(versions.theirs());
  }

  private static boolean usesSeparators(Version version) {
    return version.blocks().values().stream().anyMatch(block -> hasSeparator(block.tail()));
  }

  private static boolean hasSeparator(List<String> tail) {
    return !tail.stream().allMatch(String::isBlank);
  }

  /** Writes the file; returns the conflicts that are left, a sentence each. */
  List<String> run() {
    container(Key.OUTSIDE);
    return conflicts;
  }

  private void container(Key key) {
    ThreeWay<Container> containers = versions.map(version -> version.container(key));
    LineMerge lines = new LineMerge(containers.map(Container::lines), diff);
    List<Key> order = PartOrder.of(versions.map(version -> homes.in(key, version)));
    Map<Key, Integer> places = new PartPlaces(lines, containers).of(order);
    Map<Integer, List<Key>> parts = new HashMap<>();
    for (Key part : order) {
      parts.computeIfAbsent(places.getOrDefault(part, 0), at -> new ArrayList<>()).add(part);
    }
    new Writer(containers.ours(), containers.theirs(), parts).write(lines.pieces());
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
      boolean wereAdjacent = previous == null || neighbours.contains(List.of(previous, key));
      switch (key.kind()) {
        case AUDIT -> out.lines(AuditUnion.of(versions.map(version -> version.lines(key))));
        case BATCH_TYPE -> out.lines(pick(versions.map(version -> version.lines(key))));
        case GROUP -> {
          gap(wereAdjacent);
          container(key);
        }
        case BLOCK -> {
          gap(wereAdjacent);
          block(key);
        }
      }
    }

    private void gap(boolean wereAdjacent) {
      if (!wereAdjacent && previous != null) {
        boolean needsSeparator =
            previous.kind() == Key.Kind.BLOCK && separators && !hasSeparator(tail(previous));
        if (needsSeparator || !out.isBlankAbove()) {
          out.gap(needsSeparator);
        }
      }
    }
  }

  /** The lines after a block of the result. */
  private List<String> tail(Key key) {
    Block ours = versions.ours().block(key);
    Block theirs = versions.theirs().block(key);
    if (ours != null && theirs != null) {
      Block base = versions.base().block(key);
      return pick(
          new ThreeWay<>(base == null ? List.of() : base.tail(), ours.tail(), theirs.tail()));
    }
    Block one = ours == null ? theirs : ours;
    return one == null ? List.of() : one.tail();
  }

  private static List<String> pick(ThreeWay<List<String>> lines) {
    return lines.ours().equals(lines.base()) || lines.ours().isEmpty()
        ? lines.theirs()
        : lines.ours();
  }

  private void block(Key key) {
    Block ours = versions.ours().block(key);
    Block theirs = versions.theirs().block(key);
    boolean added = !versions.base().holds(key);
    if (ours == null || theirs == null) {
      Block block = ours == null ? theirs : ours;
      if (block != null) {
        oneSide(key, added, block, ours != null);
      }
      return;
    }
    ThreeWay<List<String>> lines = versions.map(version -> version.lines(key));
    Optional<List<String>> merged = lines.merged();
    if (merged.isPresent()) {
      out.lines(merged.get());
    } else if (added && !header(ours).equals(header(theirs))) {
      out.conflict(ours.lines(), theirs.lines());
      conflicts.add("both sides add a task called " + key.name());
    } else {
      text(key, lines);
    }
    out.lines(tail(key));
  }

  private static String header(Block block) {
    return block.lines().size() < 2 ? "" : block.lines().get(1);
  }

  /** Writes a block that only one side has: it is new there, or the other side removed it. */
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

  private void text(Key key, ThreeWay<List<String>> lines) {
    LineMerge merge = new LineMerge(lines, diff);
    for (Piece piece : merge.pieces()) {
      List<String> our = lines.ours().subList(piece.oursFrom(), piece.oursTo());
      List<String> their = lines.theirs().subList(piece.theirsFrom(), piece.theirsTo());
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
