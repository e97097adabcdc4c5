package dev.replenish.merge;

import dev.replenish.plan.AuditComment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Merges the audit comments of a group: one for each set of ids, with the earliest date. */
final class AuditUnion {
  private AuditUnion() {}

  /** The lines of the result; none if no comment is left. */
  static List<String> of(ThreeWay<List<String>> lines) {
    return lines.merged().orElseGet(() -> union(lines));
  }

  private static List<String> union(ThreeWay<List<String>> lines) {
    Map<String, String> old = comments(lines.base());
    Map<String, String> our = comments(lines.ours());
    Map<String, String> their = comments(lines.theirs());
    List<String> union = new ArrayList<>();
    boolean hasComment = false;
    for (String line : lines.ours().isEmpty() ? leading(lines.theirs()) : lines.ours()) {
      String key = key(line);
      String other = key == null ? null : their.get(key);
      if (key == null) {
        union.add(line);
      } else if (other != null) {
        union.add(earlier(line, other));
        hasComment = true;
      } else if (!old.containsKey(key)) {
        union.add(line);
        hasComment = true;
      }
    }
    for (Map.Entry<String, String> each : their.entrySet()) {
      if (!our.containsKey(each.getKey()) && !old.containsKey(each.getKey())) {
        union.add(each.getValue());
        hasComment = true;
      }
    }
    return hasComment ? union : List.of();
  }

  private static List<String> leading(List<String> lines) {
    return lines.stream().takeWhile(String::isBlank).toList();
  }

  private static Map<String, String> comments(List<String> lines) {
    Map<String, String> comments = new LinkedHashMap<>();
    for (String line : lines) {
      String key = key(line);
      if (key != null) {
        comments.merge(key, line, AuditUnion::earlier);
      }
    }
    return comments;
  }

  /** The moves that a comment records, without their dates; null if the line is no such comment. */
  static @Nullable String key(String line) {
    AuditComment comment = AuditComment.of(line).orElse(null);
    if (comment == null) {
      return null;
    }
    StringBuilder key = new StringBuilder(comment.todo());
    for (AuditComment.Move move : comment.moves()) {
      key.append(' ').append(new TreeSet<>(move.names()));
    }
    return key.toString();
  }

  /** The earlier of two comments about the same move; {@code one} if both have the same date. */
  static String earlier(String one, String other) {
    return day(other).compareTo(day(one)) < 0 ? other : one;
  }

  private static String day(String line) {
    return AuditComment.of(line).orElseThrow().moves().get(0).day();
  }
}
