package dev.replenish.plan;

import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexLine;
import dev.replenish.board.TaskId;
import dev.replenish.board.TaskIndex;
import dev.replenish.index.ExpectedEntry;
import dev.replenish.index.IndexComparison;
import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks an update of the index (docs/reference/moving.md, "Proof"): after it is read again, the
 * index must have the expected entries, and nothing else in it may have changed.
 */
final class IndexProof {
  private final TaskIndex before;
  private final TaskIndex after;
  private final Map<TaskId, ExpectedEntry> facts = new HashMap<>();

  private IndexProof(TaskIndex before, TaskIndex after, List<ExpectedEntry> facts) {
    this.before = before;
    this.after = after;
    facts.forEach(fact -> this.facts.put(fact.id(), fact));
  }

  /**
   * What is wrong with {@code after}, if anything.
   *
   * @param edits the edits that were made; empty if there was nothing to do
   * @param facts the expected entries
   */
  static Optional<String> violation(
      TaskIndex before,
      TaskIndex after,
      Optional<Edits> edits,
      List<ExpectedEntry> facts,
      FileNames files) {
    IndexProof proof = new IndexProof(before, after, facts);
    if (after.findings().size() > before.findings().size()) {
      return Optional.of("the index would be damaged");
    }
    if (!proof.staysWithin(edits.map(Edits::replacements).orElse(List.of()))) {
      return Optional.of("more of the index would change than the entries of the tasks");
    }
    if (!proof.isTrue(new IndexComparison(after, files.all()))) {
      return Optional.of("the index would not be true of the tasks");
    }
    return proof.keeps()
        ? Optional.empty()
        : Optional.of("the index would not hold its entries and the new ones");
  }

  /**
   * Whether edits only replace values in the entries of these tasks, or insert lines in these,
   * between entries or at the end.
   */
  private boolean staysWithin(List<Replacement> edits) {
    Set<Span> values = new HashSet<>();
    Set<Integer> places = new HashSet<>(List.of(before.end().offset()));
    for (IndexEntry entry : before.entries()) {
      places.add(entry.span().from());
      places.add(entry.span().to());
      if (facts.containsKey(entry.id())) {
        places.add(entry.idLine().to());
        entry.lines().forEach(line -> places.add(line.line().to()));
        entry.lines().forEach(line -> values.add(line.value()));
      }
    }
    return edits.stream()
        .map(Replacement::span)
        .allMatch(
            span -> values.contains(span) || (span.length() == 0 && places.contains(span.from())));
  }

  /** Whether each task has an entry, and all of its entries are true. */
  private boolean isTrue(IndexComparison comparison) {
    Set<TaskId> missing = new HashSet<>(facts.keySet());
    for (IndexEntry entry : after.entries()) {
      ExpectedEntry fact = facts.get(entry.id());
      if (fact != null && !comparison.amendments(entry, fact).isEmpty()) {
        return false;
      }
      missing.remove(entry.id());
    }
    return missing.isEmpty();
  }

  /**
   * Whether the old entries are there in order, each with its lines, and each task has at most one
   * new entry.
   */
  private boolean keeps() {
    Set<TaskId> known = new HashSet<>();
    before.entries().forEach(entry -> known.add(entry.id()));
    List<IndexEntry> kept = new ArrayList<>();
    Set<TaskId> added = new HashSet<>();
    for (IndexEntry entry : after.entries()) {
      if (known.contains(entry.id())) {
        kept.add(entry);
      } else if (!facts.containsKey(entry.id()) || !added.add(entry.id())) {
        return false;
      }
    }
    boolean same = kept.size() == before.entries().size();
    for (int i = 0; same && i < kept.size(); i++) {
      same = keeps(before.entries().get(i), kept.get(i));
    }
    return same && textBetween(before).equals(textBetween(after));
  }

  private boolean keeps(IndexEntry old, IndexEntry now) {
    if (!old.id().equals(now.id())) {
      return false;
    }
    if (!facts.containsKey(old.id())) {
      return unended(before.source(), old).equals(unended(after.source(), now));
    }
    List<String> lines = lines(after.source(), now);
    List<String> oldLines = lines(before.source(), old);
    int added = now.lines().size() - old.lines().size();
    return lines.size() == oldLines.size() + added && holds(lines, oldLines);
  }

  /** Whether {@code lines} has all of {@code wanted} in their order. */
  private static boolean holds(List<String> lines, List<String> wanted) {
    int at = 0;
    for (String line : wanted) {
      while (at < lines.size() && !lines.get(at).equals(line)) {
        at++;
      }
      at++;
    }
    return at <= lines.size();
  }

  /** The text of an entry without its last line break: the last entry of a file may gain one. */
  private static String unended(SourceText source, IndexEntry entry) {
    String text = source.text(entry.span());
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** The lines of an entry without the values, which may change. */
  private static List<String> lines(SourceText source, IndexEntry entry) {
    StringBuilder text = new StringBuilder();
    int from = entry.span().from();
    for (IndexLine line : entry.lines()) {
      text.append(source.text(new Span(from, line.value().from())).stripTrailing()).append(' ');
      from = line.value().to();
    }
    text.append(source.text(new Span(from, entry.span().to())));
    return text.toString().lines().map(String::stripTrailing).toList();
  }

  /** The lines outside of all entries, except for blank lines and separators. */
  private static List<String> textBetween(TaskIndex index) {
    List<String> text = new ArrayList<>();
    int from = index.source().start();
    for (IndexEntry entry : index.entries()) {
      textIn(index.source(), new Span(from, entry.span().from()), text);
      from = entry.span().to();
    }
    textIn(index.source(), new Span(from, index.source().length()), text);
    return text;
  }

  private static void textIn(SourceText source, Span span, List<String> text) {
    source
        .text(span)
        .lines()
        .filter(line -> !line.isBlank() && !line.strip().equals("---"))
        .forEach(text::add);
  }
}
