package dev.replenish.outline.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Status;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.Topic;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which clues decide the status of a task, and which leave it undecided. */
class StatusResolverTest {
  private static final Optional<Status> NONE = Optional.empty();

  private static Clues clues(Optional<Status> box, Optional<Status> field, Optional<Status> mark) {
    return new Clues(box, field, mark, false);
  }

  private static Clues box(Status status) {
    return clues(Optional.of(status), NONE, NONE);
  }

  private static Optional<Status> under(Topic topic, Clues clues) {
    return StatusResolver.of(clues, Optional.of(topic), false, false);
  }

  private static Optional<Status> alone(Clues clues) {
    return StatusResolver.of(clues, Optional.empty(), false, false);
  }

  @Test
  void taskWithoutCluesIsTodo() {
    assertEquals(Optional.of(Status.TODO), alone(Clues.NONE));
  }

  @Test
  void agreeingCluesDecideStatus() {
    Optional<Status> done = Optional.of(Status.DONE);
    assertEquals(done, alone(clues(done, done, done)));
    assertEquals(
        Optional.of(Status.REJECTED), alone(clues(done, NONE, Optional.of(Status.REJECTED))));
    assertEquals(
        Optional.of(Status.BLOCKED),
        alone(clues(Optional.of(Status.TODO), Optional.of(Status.BLOCKED), NONE)));
  }

  @Test
  void openBoxAndDoneMarkLeaveStatusUndecided() {
    assertEquals(NONE, alone(clues(Optional.of(Status.TODO), NONE, Optional.of(Status.DONE))));
  }

  @Test
  void sectionDecidesStatusOfTasksWithoutClues() {
    assertEquals(Optional.of(Status.DONE), under(Topic.DONE, Clues.NONE));
    assertEquals(Optional.of(Status.IN_PROGRESS), under(Topic.ACTIVE, Clues.NONE));
    assertEquals(Optional.of(Status.BLOCKED), under(Topic.BLOCKED, Clues.NONE));
    assertEquals(Optional.of(Status.TODO), under(Topic.PARKED, Clues.NONE));
  }

  @Test
  void openBoxInDoneSectionLeavesStatusUndecided() {
    assertEquals(NONE, under(Topic.DONE, box(Status.TODO)));
  }

  @Test
  void tickInHeadingLeavesOnlyTasksWithoutCluesUndecided() {
    assertEquals(NONE, StatusResolver.of(Clues.NONE, Optional.empty(), true, false));
    assertEquals(
        Optional.of(Status.TODO),
        StatusResolver.of(box(Status.TODO), Optional.empty(), true, false));
  }

  @Test
  void tickInDoneHeadingChangesNothing() {
    assertEquals(
        Optional.of(Status.DONE),
        StatusResolver.of(Clues.NONE, Optional.of(Topic.DONE), true, false));
  }

  @Test
  void doubtfulCluesLeaveStatusUndecided() {
    Optional<Status> done = Optional.of(Status.DONE);
    assertEquals(NONE, alone(new Clues(done, done, done, true)));
  }
}
