package dev.replenish.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Priority;
import dev.replenish.board.TaskId;
import dev.replenish.core.CpuTime;
import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the trailers of commit messages, forged ones included. */
class AuditRecordTest {
  private static final String RUN =
      """
      chore(todo): replenish 2 dev tasks (high) from BACKLOG.md

      - A-1 Boil water
      - A-2 Pour: it

      Group [type:dev][priority:high]: highest priority with ready tasks.
      Skipped A-3: no Plan.

      Replenish-Board: team/tasks
      Replenish-Group: type=dev priority=high
      Replenish-Rule: highest-priority
      Replenish-Task: A-1
      Replenish-Task: A-2
      Replenish-Version: 0.1.0
      Replenish-Key: nightly-7
      """;

  private static AuditRecord read(String message) {
    return AuditRecord.of(message).orElseThrow();
  }

  private static String withTrailers(String... trailers) {
    return "subject\n\nReplenish-Board: .\n" + String.join("\n", trailers) + "\n";
  }

  @Test
  void allDetailsOfARunAreReadBack() {
    AuditRecord trail = read(RUN);
    assertEquals("team/tasks", trail.board());
    assertEquals(
        Optional.of(new AuditRecord.Source("dev", Optional.of(Priority.HIGH))), trail.group());
    assertEquals(
        List.of(
            new AuditRecord.Entry(new TaskId("A-1"), Event.PROMOTED, "Boil water"),
            new AuditRecord.Entry(new TaskId("A-2"), Event.PROMOTED, "Pour: it")),
        trail.tasks());
    assertEquals(Optional.of("highest-priority"), trail.rule());
    assertEquals(Optional.of("0.1.0"), trail.version());
    assertEquals(Optional.of("nightly-7"), trail.key());
    assertEquals(
        "Group [type:dev][priority:high]: highest priority with ready tasks.", trail.why());
    assertEquals(Optional.empty(), trail.undoes());
    assertEquals("run", trail.action());
    assertTrue(trail.records("A-1", Event.PROMOTED));
    assertFalse(trail.records("A-1", Event.FINISHED));
    assertFalse(trail.records("A-3", Event.PROMOTED));
  }

  @Test
  void writtenTrailersAreReadBack() {
    Trailers trailers = new Trailers(".").group("a-b", "low");
    for (Event event : Event.values()) {
      if (!event.trailer().isEmpty()) {
        trailers.event(event, List.of("T-" + event.word()));
      }
    }
    trailers.undo("0123456789".repeat(4)).add("Repair", "glued-marker").add("Version", "1");
    AuditRecord trail = read("x\n\n" + trailers);
    assertEquals(14, trail.tasks().size());
    trail.tasks().forEach(e -> assertEquals("T-" + e.event().word(), e.id().value()));
    assertEquals(Optional.of("0123456789".repeat(4)), trail.undoes());
    assertEquals(List.of("glued-marker"), trail.repairs());
    assertEquals("", trail.why());
  }

  @ParameterizedTest
  @CsvSource({
    "run, Task",
    "run, Group",
    "start, Started",
    "block, Blocked",
    "audit, Restored",
    "done, Done",
    "reject, Rejected",
    "archive, Archived",
    "add, Added",
    "convert, Converted",
    "defer, Returned",
    "reopen, Reopened",
    "done, Done Task",
    "done, Task Done Archived",
    "archive, Archived Version",
    "run, Task Archived"
  })
  void actionIsTheCommandThatWasCalled(String action, String trailers) {
    String lines =
        List.of(trailers.split(" ")).stream()
            .map(name -> "Replenish-" + name + ": A-" + name)
            .collect(Collectors.joining("\n"));
    assertEquals(action, read(withTrailers(lines)).action());
  }

  @Test
  void givenReasonIsReadAndCutOff() {
    AuditRecord trail = read("x\n\n- A-1 t\n\nReason given: no key\n\nReplenish-Board: .\n");
    assertEquals("no key", trail.why());
    assertEquals(
        2000, read("x\n\nGroup [" + "x".repeat(9000) + "\n\nReplenish-Board: .\n").why().length());
  }

  @Test
  void repairsAndUndosHaveTheirOwnActions() {
    assertEquals("check", read(withTrailers("Replenish-Repair: tag-typo")).action());
    String id = "abcdef0123".repeat(4);
    String redone = withTrailers("Replenish-Task: A-1", "Replenish-Undo: " + id);
    assertEquals("undo", read(redone).action());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "subject",
        "Replenish-Board: .", // the subject is never a trailer
        "subject\n\nReplenish-Board: .\n\nThe last paragraph is prose.",
        "subject\n\nReplenish-Board: .\nand a line that is no trailer",
        "subject\n\nSigned-off-by: A <a@b>",
        "subject\n\nReplenish-Task: A-1\nReplenish-Version: 0.1.0",
        "subject\n\nReplenish-Board: a\nReplenish-Board: b",
        "subject\n\n> Replenish-Board: .",
        "subject\n\n Replenish-Board: .",
        "subject\n\n---\n\nReplenish-Board: .",
        "subject\n\nreplenish_board: .\nReplenish-Boards: ."
      })
  void otherMessagesHaveNoRecord(String message) {
    assertEquals(Optional.empty(), AuditRecord.of(message));
  }

  @Test
  void otherTrailersAndCommentsAreIgnored() {
    String more = RUN + "Signed-off-by: A <a@b>\n(cherry picked from commit 0123)\n";
    assertEquals(read(RUN), read(more));
    assertEquals(read(RUN), read(RUN + "\n# a comment\n\n\n"));
    assertEquals(read(RUN), read(RUN.replace("\n", "\r\n")));
    assertEquals(read(RUN), read(RUN + "---\n\nReplenish-Task: A-9\n"));
  }

  @Test
  void invalidValuesAreLeftOut() {
    AuditRecord trail =
        read(
            withTrailers(
                "Replenish-Task: two words",
                "Replenish-Task: \u001b[31mred",
                "Replenish-Task: bidi\u202e",
                "Replenish-Task: " + "x".repeat(201),
                "Replenish-Task: a]b",
                "Replenish-Task:",
                "Replenish-Undo: abc",
                "Replenish-Undo: ../../x",
                "Replenish-Group: type=a b priority=high",
                "Replenish-Rule: two words",
                "Replenish-Key: two words",
                "Replenish-Repair: \u0007",
                "Replenish-Version: \u00e9"));
    assertEquals(
        new AuditRecord(
            ".",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            ""),
        trail);
  }

  @Test
  void taskNamedTwiceIsListedOnce() {
    AuditRecord trail = read(withTrailers("Replenish-Done: A-1", "Replenish-Done: A-1"));
    assertEquals(1, trail.tasks().size());
  }

  @Test
  void foldedValuesAreJoinedIntoOneLine() {
    assertEquals("a b", read("x\n\nReplenish-Board: a\n  b\n").board());
  }

  @Test
  void titlesThatLookLikeTrailersStayTitles() {
    AuditRecord trail = read(RUN.replace("Pour: it", "Replenish-Task: A-9"));
    assertEquals(2, trail.tasks().size());
    assertEquals("Replenish-Task: A-9", trail.tasks().get(1).title());
  }

  @Test
  void hugeMessagesAreReadInTime() {
    String many = withTrailers("Replenish-Task: A-1\n".repeat(200_000));
    String body = "subject\n\n" + "- A-1 x\n".repeat(200_000) + "\nReplenish-Board: .\n";
    String blank = "subject\n" + " \n".repeat(500_000) + "Replenish-Board: .\n";
    CpuTime.within(
        Duration.ofSeconds(10),
        () -> {
          assertEquals(1, read(many).tasks().size());
          assertEquals(0, read(body).tasks().size());
          assertEquals(".", read(blank).board());
          return many;
        });
  }

  /** Compares the trailers with those that Git finds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        RUN,
        "s\n\nReplenish-Board: .\nSigned-off-by: A <a@b>\nprose\nprose\n",
        "s\n\nReplenish-Board: .\nSigned-off-by: A <a@b>\np\np\np\np\np\np\np\n",
        "s\n\nReplenish-Board: .\nprose\n",
        "s\n\nReplenish-Board : a\nReplenish-Key:b\n",
        "s\n\nReplenish-Board: a\n b\n\tc\nReplenish-Key: k\n",
        "s\n\n lead\nReplenish-Board: a\n",
        "s\nReplenish-Board: a\n",
        "s\n\nbody\n\nReplenish-Board: .\n\n",
        "s\n\nReplenish-Board: .\n--- a/x\n+++ b/x\n",
        "s\n\nReplenish-Board: .\n---x\n",
        "s\n\nReplenish-Board: .\n(cherry picked from commit 12)\n",
        "s\n\nReplenish-Board: .\nReplenish-Task A-1\n",
        "\n\ns\n\nReplenish-Board: .\n"
      })
  void trailersAreThoseThatGitFinds(String message, @TempDir Path tmp) {
    GitSandbox git = GitSandbox.create(tmp);
    git.write("message", message);
    String parsed = git.git("interpret-trailers", "--parse", "message");
    String found =
        TrailerParser.of(message).trailers().stream()
            .map(trailer -> trailer.name() + ": " + trailer.value() + "\n")
            .collect(Collectors.joining());
    assertEquals(parsed.replace("(cherry picked from commit 12)\n", ""), found);
  }
}
