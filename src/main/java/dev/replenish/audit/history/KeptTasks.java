package dev.replenish.audit.history;

import dev.replenish.board.FileRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what a commit with one parent did to the tasks that it kept. */
final class KeptTasks {
  private static final int LARGEST_BATCH = 5;

  private final Revision revision;
  private final List<Matching.Pair> pairs;
  private final List<AuditEvent> found = new ArrayList<>();

  KeptTasks(Revision revision, List<Matching.Pair> pairs) {
    this.revision = revision;
    this.pairs = pairs;
  }

  List<AuditEvent> find() {
    for (Matching.Pair pair : pairs) {
      if (pair.isRenumbered()) {
        found.add(
            AuditEvent.of(revision.commit(), AuditEventKind.RENUMBERED, pair.before())
                .to(pair.after().text().id()));
      }
      rewritten(revision, pair).ifPresent(found::add);
    }
    batches();
    if (pairs.size() > 1) {
      order();
    }
    return found;
  }

  /** The event of a task that lost lines when it was moved, or in the archive. */
  static Optional<AuditEvent> rewritten(Revision revision, Matching.Pair pair) {
    if (pair.before().entry().task().equals(pair.after().entry().task())) {
      return Optional.empty();
    }
    int lines = pair.before().text().linesMissingIn(pair.after().text());
    boolean archived = pair.before().file().role() == FileRole.ARCHIVE;
    if (lines == 0 || !(pair.moved() || archived)) {
      return Optional.empty();
    }
    boolean kept = archived && !pair.moved();
    AuditEventKind kind = kept ? AuditEventKind.ARCHIVE_REWRITTEN : AuditEventKind.REWRITTEN;
    String note = lines + " of " + pair.before().text().size() + " lines lost";
    return Optional.of(
        AuditEvent.of(revision.commit(), kind, pair.before())
            .to(pair.after().file().path())
            .withNote(note));
  }

  private void batches() {
    Map<String, List<Matching.Pair>> batches = new LinkedHashMap<>();
    for (Matching.Pair pair : pairs) {
      boolean promoted =
          pair.before().file().role() == FileRole.BACKLOG
              && pair.after().file().role() == FileRole.TODO
              && pair.before().file().dir().equals(pair.after().file().dir())
              && pair.after().entry().task().isOpen();
      if (promoted) {
        batches.computeIfAbsent(pair.after().file().dir(), dir -> new ArrayList<>()).add(pair);
      }
    }
    batches.forEach(this::batch);
  }

  private void batch(String dir, List<Matching.Pair> batch) {
    Set<Integer> groups = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    for (Matching.Pair pair : batch) {
      groups.add(pair.before().entry().group());
      types.add(pair.before().entry().type());
    }
    if (groups.size() > 1 || types.size() > 1) {
      String note =
          types.size() > 1 ? "types " + String.join(", ", types) : groups.size() + " groups";
      report(AuditEventKind.BATCH_MIXED, dir, batch.size(), note);
    }
    if (batch.size() > LARGEST_BATCH) {
      report(AuditEventKind.BATCH_TOO_BIG, dir, batch.size(), "at most " + LARGEST_BATCH);
    }
    List<Matching.Pair> sorted = new ArrayList<>(batch);
    sorted.sort(Comparator.comparingInt(pair -> pair.after().entry().line()));
    boolean ordered = true;
    for (int i = 1; i < sorted.size(); i++) {
      ordered &= sorted.get(i - 1).before().entry().line() < sorted.get(i).before().entry().line();
    }
    if (!ordered && groups.size() == 1) {
      report(AuditEventKind.BATCH_OUT_OF_ORDER, dir, batch.size(), "not in listed order");
    }
  }

  private void report(AuditEventKind kind, String dir, int count, String note) {
    found.add(AuditEvent.of(revision.commit(), kind, dir, count, note));
  }

  /** Reports tasks that stay in a group, but in another order than before. */
  private void order() {
    Map<String, List<Matching.Pair>> groups = new HashMap<>();
    for (Matching.Pair pair : pairs) {
      if (pair.before().file().equals(pair.after().file())) {
        groups
            .computeIfAbsent(
                pair.before().file().path() + "\n" + pair.before().entry().group(),
                key -> new ArrayList<>())
            .add(pair);
      }
    }
    Map<String, Integer> moved = new TreeMap<>();
    for (List<Matching.Pair> group : groups.values()) {
      group.sort(Comparator.comparingInt(pair -> pair.before().entry().line()));
      int count = 0;
      for (int i = 1; i < group.size(); i++) {
        boolean later =
            group.get(i - 1).after().entry().line() < group.get(i).after().entry().line();
        count += later ? 0 : 1;
      }
      if (count > 0) {
        moved.merge(group.get(0).before().file().dir(), count, Integer::sum);
      }
    }
    moved.forEach((dir, count) -> report(AuditEventKind.REORDERED, dir, count, ""));
  }
}
