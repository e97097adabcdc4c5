package dev.replenish.audit;

import static dev.replenish.board.FileRole.ARCHIVE;
import static dev.replenish.board.FileRole.BACKLOG;
import static dev.replenish.board.FileRole.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Derives events from the versions of the files. */
class TaskTimelineTest {
  private static final ZonedDateTime DATE = ZonedDateTime.parse("2026-02-04T09:30:00+01:00");
  private static final Optional<TaskVersion> NONE = Optional.empty();
  private static final Optional<TaskVersion> WAITING = at(BACKLOG, Status.TODO, "x");
  private static final Optional<TaskVersion> ACTIVE = at(TODO, Status.TODO, "x");

  private final List<TaskTimeline.Step> steps = new ArrayList<>();

  private static Optional<TaskVersion> at(FileRole place, Status status, String text) {
    return Optional.of(
        new TaskVersion(place, place + ".md", Optional.ofNullable(status), "", text));
  }

  @SafeVarargs
  private TaskTimelineTest step(
      String message, Optional<TaskVersion> now, Optional<TaskVersion>... before) {
    steps.add(
        new TaskTimeline.Step(
            commit(message), AuditRecord.of(message), now, List.of(before), false));
    return this;
  }

  private static Commit commit(String message) {
    return new Commit("0".repeat(40), DATE, "A", "a@b", message);
  }

  private List<String> journey(Optional<TaskVersion> end) {
    List<String> words = new ArrayList<>();
    for (TaskTimeline.Stop stop : TaskTimeline.of("A-1", steps, end)) {
      String way = stop.from().orElse("-") + " " + stop.to().orElse("-");
      words.add(stop.event().word() + " " + way + (stop.byHand() ? " by hand" : ""));
    }
    return words;
  }

  private List<String> change(Optional<TaskVersion> from, Optional<TaskVersion> to) {
    steps.clear();
    return step("x", to, from).journey(to).stream().map(w -> w.split(" ")[0]).toList();
  }

  @Test
  void eachDifferenceIsAnEvent() {
    assertEquals(List.of("added"), change(NONE, at(ARCHIVE, Status.DONE, "x")));
    assertEquals(List.of("removed"), change(WAITING, NONE));
    assertEquals(List.of("promoted"), change(WAITING, ACTIVE));
    assertEquals(List.of("returned"), change(ACTIVE, WAITING));
    assertEquals(List.of("restored"), change(at(ARCHIVE, Status.TODO, "x"), ACTIVE));
    assertEquals(List.of("started"), change(ACTIVE, at(TODO, Status.IN_PROGRESS, "x")));
    assertEquals(List.of("blocked"), change(ACTIVE, at(TODO, Status.BLOCKED, "why")));
    assertEquals(List.of("rejected"), change(ACTIVE, at(TODO, Status.REJECTED, "x")));
    assertEquals(List.of("reopened"), change(at(TODO, Status.DONE, "x"), ACTIVE));
    assertEquals(List.of("edited"), change(ACTIVE, at(TODO, Status.TODO, "y")));
    assertEquals(List.of("edited"), change(ACTIVE, at(TODO, null, "x")));
  }

  @Test
  void eventsOfOneCommitAreInTheOrderOfTheWork() {
    assertEquals(
        List.of("promoted", "started"), change(WAITING, at(TODO, Status.IN_PROGRESS, "x")));
    assertEquals(List.of("finished", "archived"), change(ACTIVE, at(ARCHIVE, Status.DONE, "on")));
    assertEquals(List.of("promoted", "edited"), change(WAITING, at(TODO, Status.TODO, "y")));
  }

  @Test
  void eventsInTheMessageAreNotByHand() {
    String recorded = "x\n\nReplenish-Board: .\nReplenish-Task: A-1\n";
    String other = "x\n\nReplenish-Board: .\nReplenish-Task: A-2\n";
    String undone = "x\n\nReplenish-Board: .\nReplenish-Undo: " + "1".repeat(40) + "\n";
    String repaired = "x\n\nReplenish-Board: .\nReplenish-Repair: tag-typo\n";
    step("x", WAITING).step(recorded, ACTIVE, WAITING).step(undone, WAITING, ACTIVE);
    step(other, ACTIVE, WAITING).step(repaired, at(TODO, Status.TODO, "y"), ACTIVE);
    step(repaired, at(TODO, Status.DONE, "y"), at(TODO, Status.TODO, "y"));
    assertEquals(
        List.of(
            "added - BACKLOG.md by hand",
            "promoted BACKLOG.md TODO.md",
            "returned TODO.md BACKLOG.md",
            "promoted BACKLOG.md TODO.md by hand",
            "edited TODO.md TODO.md",
            "finished TODO.md TODO.md by hand"),
        journey(at(TODO, Status.DONE, "y")));
  }

  @Test
  void eventsOfAConversionAreNotByHand() {
    String recorded = "x\n\nReplenish-Board: .\nReplenish-Converted: A-1\n";
    step(recorded, WAITING).step(recorded, at(ARCHIVE, Status.DONE, "y"), WAITING);
    assertEquals(
        List.of(
            "added - BACKLOG.md",
            "finished BACKLOG.md ARCHIVE.md",
            "archived BACKLOG.md ARCHIVE.md"),
        journey(at(ARCHIVE, Status.DONE, "y")));
  }

  @Test
  void mergeEqualToOneSideIsNoEvent() {
    step("base", WAITING).step("side", ACTIVE, WAITING).step("merge", ACTIVE, WAITING, ACTIVE);
    assertEquals(2, journey(ACTIVE).size());
  }

  @Test
  void mergeThatDiffersFromAllSidesIsAnEvent() {
    Optional<TaskVersion> both = at(TODO, Status.TODO, "y");
    step("base", WAITING).step("merge", both, WAITING, ACTIVE);
    assertEquals(
        List.of(
            "added - BACKLOG.md by hand",
            "promoted BACKLOG.md TODO.md by hand",
            "edited BACKLOG.md TODO.md by hand"),
        journey(both));
  }

  @Test
  void mergeThatDropsTheTaskIsARemoval() {
    step("side", WAITING, NONE).step("merge", NONE, NONE, WAITING);
    assertEquals(
        List.of("added - BACKLOG.md by hand", "removed BACKLOG.md - by hand"), journey(NONE));
  }

  @Test
  void mergeThatGoesBackIsAReturn() {
    step("base", WAITING).step("side", ACTIVE, WAITING).step("merge", WAITING, WAITING, ACTIVE);
    assertEquals("returned TODO.md BACKLOG.md by hand", journey(WAITING).get(2));
  }

  @Test
  void nothingIsAddedWhereTheHistoryIsCutOff() {
    steps.add(new TaskTimeline.Step(commit("x"), Optional.empty(), WAITING, List.of(), true));
    assertEquals(List.of(), journey(WAITING));
    step("y", ACTIVE, WAITING);
    assertEquals(List.of("promoted BACKLOG.md TODO.md by hand"), journey(ACTIVE));
  }
}
