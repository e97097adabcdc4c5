package dev.replenish.merge;

import dev.replenish.board.Document;
import dev.replenish.board.Group;
import dev.replenish.board.Task;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Checks a merge before it is written (docs/how-to/merging.md): the result is read again twice,
 * with ours and with theirs taken in each conflict.
 */
final class MergeProof {
  private final ThreeWay<Contents> versions;

  MergeProof(ThreeWay<Contents> versions) {
    this.versions = versions;
  }

  /**
   * What a version holds.
   *
   * @param tasks the text of each task or entry
   * @param groups the label of the group of each task
   * @param comments the moves that its audit comments record
   * @param lines how often each line occurs outside of tasks
   */
  record Contents(
      Map<String, String> tasks,
      Map<String, String> groups,
      Set<String> comments,
      Map<String, Integer> lines) {

    /** The contents of {@code source}, whose tasks or entries are at {@code spans}. */
    static Contents of(SourceText source, Map<String, Span> spans, Optional<Document> document) {
      Map<String, String> tasks = new HashMap<>();
      Map<Integer, Integer> inside = new HashMap<>();
      for (Map.Entry<String, Span> each : spans.entrySet()) {
        tasks.put(each.getKey(), source.text(each.getValue()));
        inside.put(each.getValue().from(), each.getValue().to());
      }
      Contents contents = new Contents(tasks, new HashMap<>(), new HashSet<>(), new HashMap<>());
      document.ifPresent(contents::groups);
      document
          .flatMap(Document::batchType)
          .map(type -> TextLines.line(source, type.from()))
          .ifPresent(line -> inside.put(line.from(), line.to()));
      for (String line : TextLines.outside(source, inside)) {
        String comment = AuditUnion.key(line);
        if (comment == null) {
          contents.lines.merge(line.strip(), 1, Integer::sum);
        } else {
          contents.comments.add(comment);
        }
      }
      return contents;
    }

    private void groups(Document document) {
      for (Group group : document.groups()) {
        for (Task task : group.tasks()) {
          task.id().ifPresent(id -> groups.put(id.value(), group.label()));
        }
      }
    }
  }

  /**
   * What is wrong with the result, if anything.
   *
   * @param ours whether ours was taken in conflicts, or else theirs
   */
  Optional<String> violation(Contents result, boolean ours) {
    for (String id : new TreeSet<>(all(result, contents -> contents.tasks.keySet()))) {
      if (!isTaskRight(id, result, ours)) {
        return Optional.of(id + " would not match the changes of both sides");
      }
    }
    for (String line : all(result, contents -> contents.lines.keySet())) {
      if (!isLineRight(line, result)) {
        return Optional.of("lines outside of tasks would be lost or doubled");
      }
    }
    Set<String> shared = new HashSet<>(versions.ours().comments);
    shared.retainAll(versions.theirs().comments);
    return result.comments.containsAll(shared)
        ? Optional.empty()
        : Optional.of("an audit comment would be lost");
  }

  private Set<String> all(Contents result, Function<Contents, Set<String>> part) {
    Set<String> all = new HashSet<>(part.apply(result));
    all.addAll(part.apply(versions.base()));
    all.addAll(part.apply(versions.ours()));
    all.addAll(part.apply(versions.theirs()));
    return all;
  }

  private boolean isTaskRight(String id, Contents result, boolean ours) {
    String old = versions.base().tasks.get(id);
    String our = versions.ours().tasks.get(id);
    String their = versions.theirs().tasks.get(id);
    String now = result.tasks.get(id);
    if (our != null && their != null) {
      return now != null
          && isText(new ThreeWay<>(old == null ? "" : old, our, their), now, ours)
          && isInRightGroup(id, result);
    }
    String only = our == null ? their : our;
    if (only == null) {
      return now == null;
    }
    boolean stays = old == null || (!only.equals(old) && ours == (our != null));
    return stays ? only.equals(now) && isInRightGroup(id, result) : now == null;
  }

  private static boolean isText(ThreeWay<String> text, String now, boolean ours) {
    Optional<String> merged = text.merged();
    if (merged.isPresent()) {
      return now.equals(merged.get());
    }
    List<String> both = (text.ours() + text.theirs()).lines().toList();
    List<String> kept = (ours ? text.ours() : text.theirs()).lines().toList();
    return new HashSet<>(both).containsAll(now.lines().toList())
        && new HashSet<>(now.lines().toList())
            .containsAll(kept.stream().filter(line -> !text.base().contains(line)).toList());
  }

  private boolean isInRightGroup(String id, Contents result) {
    if (!versions.ours().tasks.containsKey(id) || !versions.theirs().tasks.containsKey(id)) {
      return true;
    }
    ThreeWay<String> groups = versions.map(contents -> contents.groups.getOrDefault(id, ""));
    String now = result.groups.getOrDefault(id, "");
    return groups
        .merged()
        .map(now::equals)
        .orElseGet(() -> now.equals(groups.ours()) || now.equals(groups.theirs()));
  }

  private boolean isLineRight(String line, Contents result) {
    ThreeWay<Integer> times = versions.map(contents -> contents.lines.getOrDefault(line, 0));
    int our = times.ours();
    int their = times.theirs();
    int sum = our + their - times.base();
    int now = result.lines.getOrDefault(line, 0);
    return Math.min(sum, Math.min(our, their)) <= now && now <= Math.max(sum, Math.max(our, their));
  }
}
