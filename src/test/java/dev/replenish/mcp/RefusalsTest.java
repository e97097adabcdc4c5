package dev.replenish.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages to agents name tools and arguments, never commands and options. */
@Timeout(120)
class RefusalsTest {
  private static final String LITERAL = "\"(?:[^\"\\\\\n]|\\\\.)*\"";
  private static final String VALUE = "\\s*\\+\\s*[\\w.]+(?:\\([^()\"]*\\))?";
  private static final Pattern SENTENCE =
      Pattern.compile(LITERAL + "(?:(?:" + VALUE + ")?\\s*\\+\\s*" + LITERAL + ")*");
  private static final Pattern COMMAND =
      Pattern.compile("'replenish [a-z]|(?<![\\w`-])--(board|ref|type|priority|id|plan)\\b| -C\\b");

  @TempDir Path tmp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Move it first with 'replenish run'. | Move it first with backlog_replenish.",
        "What is finished stays so; 'replenish archive' moves it to the archive. | What is finished stays so.",
        "Fix it by hand or with 'replenish check --fix', and commit. | Fix it by hand, and commit.",
        "Check one out with `git switch <branch>`, or name one with --ref. | Check one out with `git switch <branch>`.",
        "'replenish list' shows all tasks; 'replenish show ID' shows where a task went. | backlog_list shows all tasks.",
        "Give each call its own key; 'replenish log' shows the keys that were used. | Give each call its own key.",
        "Go into a repository, name one with -C, or make one with `git init`. | Give cwd, a folder inside a repository.",
        "Set it aside with `git stash push --include-untracked -- 'TODO.md'`. | Set it aside with `git stash push --include-untracked -- 'TODO.md'`.",
        "Take one back at a time, with --board. | Look with backlog_status."
      })
  void commandsAreReplacedByTools(String message, String rewritten) {
    assertEquals(rewritten, Refusals.next(message));
  }

  /** Every message in the sources that names a command of Replenish is rewritten for agents. */
  @Test
  void noMessageNamesCommandToAgents() throws IOException {
    List<String> checked = new ArrayList<>();
    for (String folder : List.of("app", "git", "plan", "settings", "rules", "convert", "index")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/replenish", folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          Matcher sentences = SENTENCE.matcher(Files.readString(file));
          while (sentences.find()) {
            String message = message(sentences.group());
            if (COMMAND.matcher(message).find() && message.contains(" ")) {
              checked.add(message);
              String rewritten = Refusals.next(message);
              String bare = rewritten.replaceAll("`[^`]*`", "");
              assertFalse(COMMAND.matcher(bare).find(), file + ": " + message + " -> " + rewritten);
            }
          }
        }
      }
    }
    assertTrue(checked.size() > 20, "the test looks at too little: " + checked);
  }

  /** The text of a concatenation in the source, with X for values known only at run time. */
  private static String message(String source) {
    return source
        .replaceAll("\"" + VALUE + "\\s*\\+\\s*\"", "X")
        .replaceAll("\"\\s*\\+\\s*\"", "")
        .replace("\"", "")
        .strip();
  }

  @Test
  void refusalOfUnknownBoardListsBoards() throws IOException {
    GitSandbox git = BoardFixture.withTasks(tmp, 3);
    BoardFixture.commit(git, "shed/", 2);
    try (Agent agent = new Agent(BoardFixture.context(git))) {
      String refused = agent.refused("backlog_status", Map.of("board", "nosuch"));
      assertTrue(refused.contains("\nnext: Give board; there are: "), refused);
      assertTrue(refused.endsWith("."), refused);
    }
  }

  @Test
  void listedBoardsAreThoseOfTheCallsRepository() throws IOException {
    GitSandbox one = BoardFixture.withTasks(tmp, 3);
    GitSandbox two = BoardFixture.commit(GitSandbox.create(tmp, "two"), "shed/", 2);
    try (Agent agent = new Agent(BoardFixture.context(one))) {
      for (String board : List.of("nosuch", "no*")) {
        Map<String, Object> call = Map.of("cwd", two.root().toString(), "board", board);
        String refused = agent.refused("backlog_list", call);
        assertTrue(refused.endsWith("\nnext: Give board; there are: shed."), refused);
      }
    }
  }

  @Test
  void missingBoardAndMissingRepositoryAreReported() throws IOException {
    GitSandbox git = GitSandbox.create(tmp);
    git.write("README.md", "# Tea\n").commitAll("begin");
    try (Agent agent = new Agent(BoardFixture.context(git))) {
      String none = agent.refused("backlog_status", Map.of());
      assertTrue(none.contains("next: There is no board in this repository."), none);
      String outside = agent.refused("backlog_status", Map.of("cwd", tmp.toString()));
      assertTrue(outside.endsWith("next: Give cwd, a folder inside a repository."), outside);
    }
  }

  @Test
  void refusalForFinishedTaskDoesNotSuggestArchive() throws IOException {
    GitSandbox git = BoardFixture.withTasks(tmp, 3);
    try (Agent agent = new Agent(BoardFixture.context(git))) {
      agent.call("backlog_replenish", Map.of());
      String set = "backlog_set_status";
      agent.call(set, Map.of("action", "done", "ids", List.of("T-1")));
      String refused = agent.refused(set, Map.of("action", "start", "ids", List.of("T-1")));
      assertTrue(refused.endsWith("next: Take that back first with backlog_set_status."), refused);
    }
  }

  @Test
  void unknownTypeIsReportedWithExistingTypes() throws IOException {
    GitSandbox git = BoardFixture.withTasks(tmp, 9);
    String wanted = "there is no group of type 'nosuch'; there are dev, docs.";
    try (Agent agent = new Agent(BoardFixture.context(git))) {
      for (String tool : List.of("backlog_plan", "backlog_replenish")) {
        assertEquals(wanted, agent.call(tool, Map.of("type", "nosuch")).get("why").asText());
        assertTrue(agent.text(tool, Map.of("type", "nosuch")).contains(wanted));
      }
      agent.call("backlog_replenish", Map.of("type", "dev"));
      assertEquals(
          wanted, agent.call("backlog_plan", Map.of("type", "nosuch")).get("why").asText());
    }
  }

  @Test
  void unknownToolIsReportedWithSuggestion() throws IOException {
    try (Peer peer = Peer.afterHandshake(BoardFixture.context(BoardFixture.withTasks(tmp, 1)))) {
      String message =
          peer.call("backlog_statsu", "{}").getAsJsonObject("error").get("message").getAsString();
      assertEquals("there is no tool 'backlog_statsu'; did you mean 'backlog_status'?", message);
    }
  }

  @Test
  void refusalToAddTaskNamesInvalidField() throws IOException {
    try (Agent agent = new Agent(BoardFixture.context(BoardFixture.withTasks(tmp, 1)))) {
      String refused = agent.refused("backlog_add", Map.of("title", " "));
      assertTrue(refused.contains("no title"), refused);
      assertTrue(refused.endsWith("next: Give at least a title."), refused);
      assertTrue(
          agent
              .refused("backlog_add", Map.of("title", "Tea", "type", "dev", "priority", "hihg"))
              .contains("the priority can't be 'hihg'"));
    }
  }
}
