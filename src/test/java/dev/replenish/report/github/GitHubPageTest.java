package dev.replenish.report.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The size limits of output for GitHub, and the targets of links. */
class GitHubPageTest {
  private static BoardRun failed(ErrorCode code, String message) {
    return BoardRun.failed(Problem.of(code, message, "Go on."));
  }

  @Test
  void pageStaysWithinSizeLimitOfGitHub() {
    BoardRun run = failed(ErrorCode.IO, "*".repeat(5000));
    String page = new GitHubSummary(new GitHubLinks("")).page(Collections.nCopies(2000, run));
    assertTrue(page.getBytes(UTF_8).length < 64 * 1024, "" + page.length());
    assertTrue(page.startsWith("\n## Nothing to do on 0 of 2000 boards, 2000 failed\n"));
    assertTrue(page.endsWith(" more boards are left out here.\n"));
  }

  @Test
  void mostSevereFailureIsReason() {
    List<BoardRun> runs = List.of(failed(ErrorCode.CONFLICT, "a"), failed(ErrorCode.IO, "b"));
    Map<String, String> outputs = GitHubOutputs.of(runs, "{}");
    assertEquals("failed", outputs.get("outcome"));
    assertEquals("io", outputs.get("reason"));
    assertEquals("{}", outputs.get("result-json"));
  }

  @Test
  void tooLargeResultIsLeftOut() {
    List<BoardRun> runs = List.of(failed(ErrorCode.IO, "a"));
    String json = "x".repeat(512 * 1024);
    assertEquals(json, GitHubOutputs.of(runs, json).get("result-json"));
    assertEquals("", GitHubOutputs.of(runs, json + "x").get("result-json"));
  }

  @Test
  void linksAreEncodedAndLeadToLines() {
    GitHubLinks links =
        GitHubLinks.of(
            Map.of("GITHUB_SERVER_URL", "https://github.com", "GITHUB_REPOSITORY", "team/tea"));
    assertEquals(
        "<a href=\"https://github.com/team/tea/blob/abc/a%20%22%3E%23%C3%A9.md?plain=1#L7\">x</a>",
        links.line("x", "abc", "a \">#é.md", 7));
  }

  @Test
  void linksNeedKnownRepository() {
    for (String server : List.of("", "javascript:alert(1)//")) {
      Map<String, String> vars =
          Map.of("GITHUB_SERVER_URL", server, "GITHUB_REPOSITORY", "team/tea");
      assertEquals("x", GitHubLinks.of(vars).line("x", "abc", "a.md", 7));
    }
    assertEquals("x", GitHubLinks.of(Map.of()).line("x", "abc", "a.md", 7));
  }
}
