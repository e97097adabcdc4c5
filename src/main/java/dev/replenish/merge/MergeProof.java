package dev.replenish.merge;

import dev.replenish.board.Document;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a merge before it is written (docs/how-to/merging.md): the result is read again as it is
 * where a person takes ours in each conflict, and as it is where they take theirs.
 */
final class MergeProof {
  private final Contents base;
  private final Contents ours;
  private final Contents theirs;

  MergeProof(Contents base, Contents ours, Contents theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /**
   * What a version holds.
   *
   * @param tasks the text of each task or entry
   * @param groups the label of the group of each task
   * @param comments which tasks its audit comments tell of
   * @param lines how often each line is outside of tasks
   */
  record Contents(
      Map<String, String> tasks,
      Map<String, String> groups,
      Set<String> comments,
      Map<String, Integer> lines) {

    /** Which blocks a version has, and all else that is in it. */
    static Contents of(SourceText source, Map<String, Span> spans, Optional<Document> document) {
      Map<String, String> tasks = new HashMap<>();
      Map<Integer, Integer> inside = new HashMap<>();
      for (Map.Entry<String, Span> each : spans.entrySet()) {
        tasks.put(each.getKey(), source.text(each.getValue()));
        inside.put(each.getValue().from(), each.getValue().to());
      }
      Contents contents = new Contents(tasks, new HashMap<>(), new HashSet<>(), new HashMap<>());
      int batchType =
          document.flatMap(Document::batchType).map(span -> source.lineOf(span.from())).orElse(0);
      contents.read(source, inside, batchType);
      document.ifPresent(contents::groups);
      return contents;
    }

    private void read(SourceText source, Map<Integer, Integer> inside, int batchType) {
      List<String> all = TextLines.of(source, new Span(source.start(), source.length()));
      int at = source.start();
      int end = at;
      int number = 1;
      for (String line : all) {
        end = Math.max(end, inside.getOrDefault(at, 0));
        if (at >= end && number != batchType && !TextLines.isSeparation(line)) {
          String comment = AuditUnion.key(line);
          if (comment == null) {
            lines.merge(line.strip(), 1, Integer::sum);
          } else {
            comments.add(comment);
          }
        }
        at += line.length();
        number++;
      }
    }

    private void groups(Document document) {
      document
          .groups()
          .forEach(
              group ->
                  group
                      .tasks()
                      .forEach(
                          task ->
                              task.id().ifPresent(id -> groups.put(id.value(), group.label()))));
    }
  }

  /**
   * What is wrong with the result, or nothing.
   *
   * @param side whose lines were taken in conflicts
   */
  Optional<String> violation(Contents result, boolean side) {
    Set<String> ids = new TreeSet<>(base.tasks.keySet());
    ids.addAll(ours.tasks.keySet());
    ids.addAll(theirs.tasks.keySet());
    ids.addAll(result.tasks.keySet());
    for (String id : ids) {
      if (!isRight(id, result, side)) {
        return Optional.of(id + " would not be what the sides have made of it");
      }
    }
    Set<String> lines = new HashSet<>(base.lines.keySet());
    lines.addAll(ours.lines.keySet());
    lines.addAll(theirs.lines.keySet());
    lines.addAll(result.lines.keySet());
    for (String line : lines) {
      if (!isRight(line, result)) {
        return Optional.of("lines outside of tasks would be lost or doubled");
      }
    }
    Set<String> told = new HashSet<>(ours.comments);
    told.retainAll(theirs.comments);
    return result.comments.containsAll(told)
        ? Optional.empty()
        : Optional.of("an audit comment would be lost");
  }

  private boolean isRight(String id, Contents result, boolean side) {
    String old = base.tasks.get(id);
    String our = ours.tasks.get(id);
    String their = theirs.tasks.get(id);
    String now = result.tasks.get(id);
    if (our != null && their != null) {
      return now != null
          && isText(old == null ? "" : old, our, their, now, side)
          && isHome(id, result);
    }
    String one = our == null ? their : our;
    if (one == null) {
      return now == null;
    }
    boolean there = old == null || (!one.equals(old) && side == (our != null));
    return there ? one.equals(now) && isHome(id, result) : now == null;
  }

  private static boolean isText(String old, String our, String their, String now, boolean side) {
    if (our.equals(their) || their.equals(old)) {
      return now.equals(our);
    }
    if (our.equals(old)) {
      return now.equals(their);
    }
    List<String> both = (our + their).lines().toList();
    List<String> kept = (side ? our : their).lines().toList();
    return new HashSet<>(both).containsAll(now.lines().toList())
        && new HashSet<>(now.lines().toList())
            .containsAll(kept.stream().filter(line -> !old.contains(line)).toList());
  }

  private boolean isHome(String id, Contents result) {
    String old = base.groups.getOrDefault(id, "");
    String our = ours.groups.getOrDefault(id, "");
    String their = theirs.groups.getOrDefault(id, "");
    String now = result.groups.getOrDefault(id, "");
    boolean one = !ours.tasks.containsKey(id) || !theirs.tasks.containsKey(id);
    if (one || (!our.equals(old) && !their.equals(old))) {
      return now.equals(our) || now.equals(their) || one;
    }
    return now.equals(our.equals(old) ? their : our);
  }

  private boolean isRight(String line, Contents result) {
    int old = base.lines.getOrDefault(line, 0);
    int our = ours.lines.getOrDefault(line, 0);
    int their = theirs.lines.getOrDefault(line, 0);
    int sum = our + their - old;
    int now = result.lines.getOrDefault(line, 0);
    return Math.min(sum, Math.min(our, their)) <= now && now <= Math.max(sum, Math.max(our, their));
  }
}
