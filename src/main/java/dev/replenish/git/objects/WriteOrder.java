package dev.replenish.git.objects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which files are written after a commit: a file that receives lines comes before the
 * file that loses them. After a crash in between, the lines exist twice, and none is lost.
 */
public final class WriteOrder {
  /**
   * How one file changes: the lines that only the old or only the new version has, and its growth.
   */
  private record Lines(Set<String> removed, Set<String> added, int growth) {}

  private WriteOrder() {}

  /** The paths in writing order. */
  public static List<String> of(List<String> paths, CommitTree before, CommitTree after) {
    Map<String, Lines> rest = new LinkedHashMap<>();
    for (String path : paths) {
      rest.put(path, lines(bytes(before, path), bytes(after, path)));
    }
    List<String> ordered = new ArrayList<>();
    while (!rest.isEmpty()) {
      String next = next(rest);
      rest.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private static byte[] bytes(CommitTree tip, String path) {
    CommitTree.Entry entry = tip.entry(path);
    return entry == null ? new byte[0] : tip.bytes(path, entry.id());
  }

  /**
   * The file that gives the fewest lines to the unwritten files; of equal ones, that which grows
   * most.
   */
  private static String next(Map<String, Lines> rest) {
    String best = "";
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (Map.Entry<String, Lines> file : rest.entrySet()) {
      int gives = 0;
      for (Lines other : rest.values()) {
        gives += Math.max(0, common(file.getValue(), other) - common(other, file.getValue()));
      }
      int growth = file.getValue().growth;
      if (gives < least || (gives == least && growth > most)) {
        best = file.getKey();
        least = gives;
        most = growth;
      }
    }
    return best;
  }

  private static int common(Lines from, Lines to) {
    int common = 0;
    for (String line : from.removed) {
      common += to.added.contains(line) ? 1 : 0;
    }
    return common;
  }

  private static Lines lines(byte[] before, byte[] after) {
    int from = Arrays.mismatch(before, after);
    if (from < 0) {
      return new Lines(Set.of(), Set.of(), 0);
    }
    while (from > 0 && before[from - 1] != '\n') {
      from--;
    }
    int same = 0;
    int most = Math.min(before.length, after.length) - from;
    while (same < most && before[before.length - 1 - same] == after[after.length - 1 - same]) {
      same++;
    }
    Set<String> old = split(before, from, before.length - same);
    Set<String> now = split(after, from, after.length - same);
    Set<String> added = new HashSet<>(now);
    added.removeAll(old);
    old.removeAll(now);
    return new Lines(old, added, after.length - before.length);
  }

  /** The stripped lines of a range, including the whole last line. */
  private static Set<String> split(byte[] bytes, int from, int end) {
    Set<String> lines = new HashSet<>();
    int start = from;
    for (int at = from; at < bytes.length && start < end; at++) {
      if (bytes[at] == '\n' || at == bytes.length - 1) {
        String line = new String(bytes, start, at + 1 - start, StandardCharsets.ISO_8859_1);
        lines.add(line.strip());
        start = at + 1;
      }
    }
    return lines;
  }
}
