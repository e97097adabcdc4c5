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

/** What a transaction does if another push was faster. */
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

  /** Writes its number into a file, which shows that each plan is a new one. */
  private static Proposal<CommitOutcome> numberedProposal(int number) {
    String text = "plan " + number + "\n";
    return new Proposal<>(
        List.of(FileChange.create("plan.txt", text.getBytes())), () -> text, ending -> ending);
  }

  private static GitSandbox withRemote(Path tmp) {
    GitSandbox clone = GitSandbox.create(tmp);
    clone.write("BACKLOG.md", "nothing\n").commitAll("begin");
    clone.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    clone.git("remote", "add", "origin", tmp + "/there.git");
    return clone;
  }

  private CommitOutcome push(GitSandbox clone, Runnable meanwhile) {
    CallContext context = new CallContext(clone.root(), clone.env(), Optional.empty(), Map.of());
    int[] plans = {0};
    try (Session session = new Session(context)) {
      PushRetries retries = new PushRetries(4, 60, 60);
      return new Transaction(session, PUSH, retries)
          .run(
              ".",
              base -> {
                meanwhile.run();
                return numberedProposal(++plans[0]);
              },
              IdempotentReplay::ending);
    }
  }

  @Test
  void overtakenPushIsPlannedAgainAndCounted() {
    GitSandbox clone = withRemote(tmp);
    clone.git("clone", "-q", tmp + "/there.git", tmp + "/other");
    GitSandbox other = clone.at(tmp.resolve("other"));
    int[] rounds = {2};
    CommitOutcome ending =
        push(
            clone,
            () -> {
              if (rounds[0]-- > 0) {
                other.write("notes.txt", "round " + rounds[0]).commitAll("by hand");
                other.git("push", "-q");
              }
            });
    assertEquals(3, ending.push().orElseThrow().tries());
    GitSandbox origin = clone.at(tmp.resolve("there.git"));
    assertEquals("plan 3\n", origin.git("show", "main:plan.txt"));
    assertEquals("4", origin.git("rev-list", "--count", "main").strip());
  }

  @Test
  void pushOvertakenTooOftenFailsWithTheReason() {
    GitSandbox clone = withRemote(tmp);
    GitSandbox origin = clone.at(tmp.resolve("there.git"));
    origin.write("refs/heads/main.lock", "");
    String before = origin.git("rev-parse", "main");
    ProblemException refusal = assertThrows(ProblemException.class, () -> push(clone, () -> {}));
    assertEquals(ErrorCode.CONFLICT, refusal.problem().code());
    String message = refusal.problem().message();
    assertTrue(message.contains("other pushes came first, 4 times in a row"), message);
    assertTrue(message.contains("the remote's last answer: failed to"), message);
    assertEquals(before, origin.git("rev-parse", "main"));
    assertEquals(before, clone.git("rev-parse", "main"));
  }
}
