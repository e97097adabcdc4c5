package dev.replenish.audit.history;

import dev.replenish.audit.Commit;
import dev.replenish.audit.history.AuditEvent.TaskPlace;
import dev.replenish.board.FileRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the faults of the boards that a commit has changed, which none of its parents has. */
final class BoardFaults {
  private final Revision revision;
  private final boolean newIds;
  private final List<AuditEvent> found = new ArrayList<>();

  BoardFaults(Revision revision, List<Matching> matchings) {
    this.revision = revision;
    this.newIds = matchings.stream().allMatch(Matching::bringsIds);
  }

  /** The first two places of an id that occurs twice. */
  private record Twice(Instance first, Instance second) {}

  List<AuditEvent> find() {
    Set<String> dirs = new TreeSet<>();
    for (Revision.Parent parent : revision.parents()) {
      parent.changed().forEach(file -> dirs.add(file.dir()));
      dirs.addAll(parent.indexes());
    }
    for (String dir : dirs) {
      List<BoardFile> now = files(revision.now(), dir);
      if (newIds) {
        duplicates(dir, now);
      }
      fused(dir, now);
      mixed(dir, now);
      index(dir, now);
    }
    return found;
  }

  private static List<BoardFile> files(Snapshot snapshot, String dir) {
    List<BoardFile> files = new ArrayList<>(3);
    for (BoardFile file : snapshot.files()) {
      if (file.dir().equals(dir)) {
        files.add(file);
      }
    }
    return files;
  }

  private void duplicates(String dir, List<BoardFile> now) {
    Map<String, Twice> twice = twice(revision.now(), now);
    for (Revision.Parent parent :
        twice.isEmpty() ? List.<Revision.Parent>of() : revision.parents()) {
      twice.keySet().removeAll(twice(parent.before(), files(parent.before(), dir)).keySet());
    }
    for (Twice each : twice.values()) {
      boolean same = each.first.text().continues(each.second.text());
      AuditEventKind kind = same ? AuditEventKind.DUPLICATED : AuditEventKind.ID_REUSED;
      found.add(AuditEvent.of(commit(), kind, each.second).withNote("also " + each.first.where()));
    }
  }

  /** The ids that occur twice in {@code files}. */
  private static Map<String, Twice> twice(Snapshot snapshot, Collection<BoardFile> files) {
    Map<String, Twice> twice = new LinkedHashMap<>();
    Map<String, Instance> first = new HashMap<>();
    for (BoardFile file : files) {
      for (FileState.Entry entry : snapshot.read(file).tasks()) {
        String id = entry.task().text().id();
        Instance here = new Instance(file, entry);
        Instance before = id.isEmpty() ? null : first.putIfAbsent(id, here);
        if (before != null) {
          twice.putIfAbsent(id, new Twice(before, here));
        }
      }
    }
    return twice;
  }

  /** The second places of the ids that occur twice on their board. */
  static List<Instance> duplicates(Snapshot snapshot) {
    Map<String, List<BoardFile>> boards = new LinkedHashMap<>();
    for (BoardFile file : snapshot.files()) {
      boards.computeIfAbsent(file.dir(), dir -> new ArrayList<>()).add(file);
    }
    List<Instance> all = new ArrayList<>();
    for (List<BoardFile> files : boards.values()) {
      twice(snapshot, files).values().forEach(each -> all.add(each.second));
    }
    return all;
  }

  private void fused(String dir, List<BoardFile> now) {
    for (BoardFile file : now) {
      for (String id : revision.now().read(file).buried()) {
        if (revision.parents().stream().noneMatch(parent -> isBuried(parent.before(), dir, id))) {
          TaskPlace place = new TaskPlace(id, "", file.path(), 0, Optional.empty());
          String note = "its header is in another task's block";
          found.add(
              new AuditEvent(
                  commit(), AuditEventKind.FUSED, dir, place, 1, Optional.empty(), note));
        }
      }
    }
  }

  private static boolean isBuried(Snapshot snapshot, String dir, String id) {
    return files(snapshot, dir).stream()
        .anyMatch(file -> snapshot.read(file).buried().contains(id));
  }

  private void mixed(String dir, List<BoardFile> now) {
    Set<String> types = openTypes(revision.now(), now);
    if (types.size() > 1 && revision.parents().stream().noneMatch(each -> isMixed(each, dir))) {
      String note = String.join(", ", types);
      found.add(
          AuditEvent.of(
              commit(), AuditEventKind.TODO_MIXED, dir, types.size(), "open tasks of " + note));
    }
  }

  private static boolean isMixed(Revision.Parent parent, String dir) {
    return openTypes(parent.before(), files(parent.before(), dir)).size() > 1;
  }

  private void index(String dir, List<BoardFile> now) {
    Set<String> untrue = revision.now().index(dir).untrue(revision.now(), now);
    for (Revision.Parent parent :
        untrue.isEmpty() ? List.<Revision.Parent>of() : revision.parents()) {
      Snapshot before = parent.before();
      untrue.removeAll(before.index(dir).untrue(before, files(before, dir)));
    }
    if (!untrue.isEmpty()) {
      found.add(AuditEvent.of(commit(), AuditEventKind.INDEX_UNTRUE, dir, untrue.size(), ""));
    }
  }

  private static Set<String> openTypes(Snapshot snapshot, List<BoardFile> files) {
    Set<String> types = new TreeSet<>();
    for (BoardFile file : files) {
      if (file.role() == FileRole.TODO) {
        for (FileState.Entry entry : snapshot.read(file).tasks()) {
          if (entry.task().isOpen() && !entry.task().type().isEmpty()) {
            types.add(entry.task().type());
          }
        }
      }
    }
    return types;
  }

  private Commit commit() {
    return revision.commit();
  }

  /** The ids of the tasks whose headers are in blocks of others. */
  static Set<String> buried(Snapshot snapshot) {
    Set<String> ids = new HashSet<>();
    for (BoardFile file : snapshot.files()) {
      ids.addAll(snapshot.read(file).buried());
    }
    return ids;
  }
}
