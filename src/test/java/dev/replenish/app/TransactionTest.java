package dev.replenish.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.board.CallContext;
import dev.replenish.app.board.Session;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.git.GitSandbox;
import dev.replenish.plan.FileChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the one way of writing does where a push comes too late. */
class TransactionTest {
  @TempDir Path tmp;

  private static final CommitRequest PUSH =
      new CommitRequest(
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true,
          Optional.of(new CommitRequest.Push(Optional.empty(), Optional.empty())));

  /** Writes its number into the backlog, so that each plan is seen to be a new one. */
  private static Proposal<CommitOutcome> counted(int number) {
    String text = "plan " + number + "\n";
    return new Proposal<>(
        List.of(FileChange.create("plan.txt", text.getBytes())), () -> text, ending -> ending);
  }

  private static GitSandbox withRemote(Path tmp) {
    GitSandbox here = GitSandbox.create(tmp);
    here.write("BACKLOG.md", "nothing\n").commitAll("begin");
    here.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    here.git("remote", "add", "origin", tmp + "/there.git");
    return here;
  }

  private CommitOutcome push(GitSandbox here, Runnable meanwhile) {
    CallContext context = new CallContext(here.root(), here.env(), Optional.empty(), Map.of());
    int[] plans = {0};
    try (Session workspace = new Session(context)) {
      PushRetries retries = new PushRetries(4, 60, 60);
      return new Transaction(workspace, PUSH, retries)
          .run(
              ".",
              base -> {
                meanwhile.run();
                return counted(++plans[0]);
              },
              IdempotentReplay::ending);
    }
  }

  @Test
  void whoIsOvertakenPlansAgainAndCounts() {
    GitSandbox here = withRemote(tmp);
    here.git("clone", "-q", tmp + "/there.git", tmp + "/other");
    GitSandbox other = here.at(tmp.resolve("other"));
    int[] rounds = {2};
    CommitOutcome ending =
        push(
            here,
            () -> {
              if (rounds[0]-- > 0) {
                other.write("notes.txt", "round " + rounds[0]).commitAll("by hand");
                other.git("push", "-q");
              }
            });
    assertEquals(3, ending.push().orElseThrow().tries());
    GitSandbox there = here.at(tmp.resolve("there.git"));
    assertEquals("plan 3\n", there.git("show", "main:plan.txt"));
    assertEquals("4", there.git("rev-list", "--count", "main").strip());
  }

  @Test
  void whoIsOvertakenTooOftenGivesUpAndSaysWhy() {
    GitSandbox here = withRemote(tmp);
    GitSandbox there = here.at(tmp.resolve("there.git"));
    there.write("refs/heads/main.lock", "");
    String before = there.git("rev-parse", "main");
    ProblemException refusal = assertThrows(ProblemException.class, () -> push(here, () -> {}));
    assertEquals(ErrorCode.CONFLICT, refusal.problem().code());
    String said = refusal.problem().message();
    assertTrue(said.contains("other pushes came first, 4 times in a row"), said);
    assertTrue(said.contains("the remote's last answer: failed to"), said);
    assertEquals(before, there.git("rev-parse", "main"));
    assertEquals(before, here.git("rev-parse", "main"));
  }
}
