package dev.replenish.merge;

import dev.replenish.board.Board;
import dev.replenish.board.Buried;
import dev.replenish.board.Document;
import dev.replenish.board.FileRole;
import dev.replenish.board.Finding;
import dev.replenish.board.FindingCode;
import dev.replenish.board.Tag;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.merge.Parents.Held;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Location;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the faults that a merge has left on a board, with the repairs that can be proven
 * (docs/reference/merging.md, "Verify and repair").
 */
public final class MergeChecks {
  private final Board board;
  private final TaskPlaces places;
  private final Parents parents;
  private final Renumbering renumbering;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<FileRole, Restoration> restorations = new EnumMap<>(FileRole.class);
  private int renumbered;

  private MergeChecks(Board board, Parents parents, Renumbering renumbering) {
    this.board = board;
    this.places = new TaskPlaces(board);
    this.parents = parents;
    this.renumbering = renumbering;
  }

  /** The faults, file by file; none for a board that never had markers. */
  public static List<Finding> of(Board board, Parents parents, Renumbering renumbering) {
    MergeChecks checks = new MergeChecks(board, parents, renumbering);
    if (board.backlog().marked()) {
      board.documents().forEach(checks::fused);
      checks.twice();
      checks.dropped();
      checks.findings.addAll(RepeatedLines.of(board));
    } else if (parents.sides().stream().anyMatch(side -> side.board().backlog().marked())) {
      checks.dropped(); // the merge may have emptied the file
    }
    return checks.findings;
  }

  private void fused(Document document) {
    for (Task task : document.tasks()) {
      List<Buried> buried =
          task.isWhole() || task.id().isEmpty()
              ? List.of()
              : document.blocks().buried().stream()
                  .filter(other -> isIn(document, task, other.where().line()))
                  .toList();
      if (!buried.isEmpty()) {
        Finding finding =
            Finding.of(FindingCode.SECOND_HEADER, buried.get(0).where(), buried.get(0).message());
        findings.add(split(document, task, buried).map(finding::fixedBy).orElse(finding));
      }
    }
  }

  private static boolean isIn(Document document, Task task, int line) {
    SourceText source = document.source();
    Span block = task.block();
    return source.lineOf(block.from()) <= line
        && line <= source.lineOf(Math.max(block.from(), block.to() - 1));
  }

  /**
   * Splits fused blocks, if each is in this file of a parent and every line is from one of them.
   */
  private Optional<Replacement> split(Document document, Task task, List<Buried> buried) {
    List<TaskId> ids = new ArrayList<>(List.of(task.id().orElseThrow()));
    buried.forEach(other -> ids.add(other.id()));
    String newLine = document.source().lineEnding(LineEnding.LF).text();
    StringBuilder text = new StringBuilder();
    Set<String> known = new HashSet<>();
    for (TaskId id : ids) {
      List<Held> held =
          parents.places(id).stream()
              .filter(each -> each.document().path().equals(document.path()))
              .toList();
      Optional<Held> newest = parents.newest(id, held);
      if (newest.isEmpty()) {
        return Optional.empty();
      }
      text.append(text.length() == 0 ? "" : newLine + "---" + newLine + newLine);
      text.append(newest.get().textFor(document));
      newest.get().text().lines().forEach(known::add);
    }
    String fused = new Held(document, task, FileRole.BACKLOG).text();
    boolean explained = fused.lines().allMatch(line -> line.isBlank() || known.contains(line));
    return explained
        ? Optional.of(new Replacement(task.block(), TextLines.bytes(text.toString())))
        : Optional.empty();
  }

  /**
   * Finds tasks that are in several places: the one furthest on its way stays, with the newest
   * text.
   */
  private void twice() {
    Map<TaskId, List<Held>> all = new LinkedHashMap<>();
    for (Held each : places.identified()) {
      if (each.task().isNamed() && each.task().isWhole()) {
        all.computeIfAbsent(each.task().id().orElseThrow(), places::of);
      }
    }
    all.forEach(
        (id, held) -> {
          List<List<Held>> tasks = tasks(held);
          if (tasks.size() > 1) {
            sharedId(tasks.stream().map(places -> places.get(0)).toList());
          } else if (held.size() > 1) {
            twice(id, held);
          }
        });
  }

  /** The places of one id, grouped by task. */
  private static List<List<Held>> tasks(List<Held> held) {
    List<List<Held>> tasks = new ArrayList<>();
    for (Held each : held) {
      Optional<List<Held>> task =
          tasks.stream().filter(places -> places.stream().anyMatch(each::isSameTask)).findFirst();
      if (task.isPresent()) {
        task.get().add(each);
      } else {
        tasks.add(new ArrayList<>(List.of(each)));
      }
    }
    return tasks;
  }

  /**
   * Reports tasks with the same id: the one that was written first keeps it; if none is first, one
   * that is in the base.
   */
  private void sharedId(List<Held> tasks) {
    Held keeps =
        renumbering.first(
            tasks.stream().sorted(Comparator.comparing(task -> !parents.isOld(task))).toList());
    for (Held each : tasks) {
      if (!each.equals(keeps)) {
        String message =
            keeps.task().name() + " names two tasks: " + where(each) + " and " + where(keeps);
        Finding finding = Finding.of(FindingCode.DUPLICATE_ID, at(each), message);
        findings.add(renumbered(each).map(finding::fixedBy).orElse(finding));
      }
    }
  }

  private Optional<Replacement> renumbered(Held held) {
    Optional<Tag> tag = held.task().tags().stream().filter(each -> each.is("id")).findFirst();
    return held.task().isWhole()
        ? tag.map(id -> Replacement.of(id.valueSpan(), free().value()))
        : Optional.empty();
  }

  /** A free id that no earlier repair has used. */
  private TaskId free() {
    TaskId id = renumbering.free(renumbered++);
    while (!places.of(id).isEmpty()) {
      id = renumbering.free(renumbered++);
    }
    return id;
  }

  private void twice(TaskId id, List<Held> held) {
    Held stays = furthest(held);
    Optional<Held> newest = parents.newest(id, held);
    boolean whole = held.stream().allMatch(each -> each.task().isWhole());
    for (Held each : held) {
      if (!each.equals(stays)) {
        String places = where(each) + " and " + where(stays);
        String message =
            newest.isPresent()
                ? stays.task().name() + " occurs twice: " + places
                : stays.task().name() + " names two texts: " + places;
        Finding finding = Finding.of(FindingCode.DUPLICATE_ID, at(each), message);
        findings.add(
            newest.isPresent() && whole
                ? finding.fixedBy(Replacement.remove(each.task().extent()))
                : finding);
      }
    }
    if (whole && newest.isPresent() && !newest.get().text().equals(stays.text())) {
      String message = "the newer text of " + stays.task().name() + " is " + where(newest.get());
      byte[] text = TextLines.bytes(newest.get().textFor(stays.document()));
      findings.add(
          Finding.of(FindingCode.DUPLICATE_ID, at(stays), message)
              .fixedBy(new Replacement(stays.task().block(), text)));
    }
  }

  /** The place that is furthest on its way; the first of several. */
  private static Held furthest(List<Held> held) {
    return Collections.max(held, Comparator.comparing(Held::file));
  }

  private static Location at(Held held) {
    return new Location(held.document().path(), held.task().line(), 1);
  }

  private static String where(Held held) {
    return held.document().path() + ":" + held.task().line();
  }

  private void dropped() {
    Set<TaskId> here = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (Document document : board.documents()) {
      document.tasks().forEach(task -> task.id().ifPresent(here::add));
      document.tasks().forEach(task -> titles.add(task.title()));
      document.blocks().buried().forEach(other -> here.add(other.id()));
    }
    for (TaskId id : parents.ids()) {
      List<Held> held = here.contains(id) ? List.of() : parents.places(id);
      boolean renamed = held.stream().anyMatch(each -> titles.contains(each.task().title()));
      if (!held.isEmpty() && !renamed && parents.isKept(id)) {
        dropped(id, held);
      }
    }
  }

  /**
   * Reports a dropped task: the repair puts it back where it was furthest on its way, with the
   * newest text.
   */
  private void dropped(TaskId id, List<Held> held) {
    Held furthest = furthest(held);
    Optional<Held> newest = parents.newest(id, held);
    Optional<Document> home = furthest.file().in(board);
    Location where = Location.of(home.orElse(board.backlog()).path());
    Finding finding =
        Finding.of(
            FindingCode.TASK_DROPPED,
            where,
            "the merge has dropped "
                + furthest.task().name()
                + " of "
                + furthest.document().path());
    Optional<Replacement> back =
        newest.isPresent() && home.isPresent()
            ? restorations
                .computeIfAbsent(furthest.file(), any -> new Restoration(home.get()))
                .of(furthest, newest.get(), furthest.file() == FileRole.BACKLOG)
            : Optional.empty();
    findings.add(back.map(finding::fixedBy).orElse(finding));
  }
}
