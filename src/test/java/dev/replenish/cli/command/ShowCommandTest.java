package dev.replenish.cli.command;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.cli.Shell;
import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code show}: where a task is and how it got there. */
class ShowCommandTest {
  @TempDir Path tmp;
  private Shell shell;

  @BeforeEach
  void board() {
    shell =
        Shell.withBacklog(
            tmp, group("dev", "high", ready("A-1", "Boil"), incomplete("A-2", "Pour")));
  }

  private String head() {
    return shell.git().git("rev-parse", "HEAD").strip();
  }

  private List<String> journey(String... args) {
    return journey(shell.json(0, "show", args));
  }

  private static List<String> journey(JsonNode show) {
    List<String> events = new ArrayList<>();
    for (JsonNode stop : show.get("journey")) {
      String hand = stop.get("byHand").asBoolean() ? " by hand" : "";
      events.add(stop.get("event").asText() + hand);
    }
    return events;
  }

  /** Puts {@code to} in place of {@code from} in a file and commits it by hand. */
  private String edit(String path, String from, String to) {
    String text = shell.git().read(path);
    assertTrue(text.contains(from), text);
    return shell.git().write(path, text.replace(from, to)).commitAll("edit " + path);
  }

  @Test
  void taskItsPlaceAndItsJourneyAreShown() {
    String plan = head().substring(0, 7);
    shell.ok("run");
    String run = head().substring(0, 7);
    shell.ok("start", "A-1");
    String start = head().substring(0, 7);
    String out = shell.ok("show", "A-1");
    assertTrue(out.startsWith("A-1 Boil\nTODO.md:22: in-progress\n\n## task_begin\n"), out);
    assertTrue(
        out.endsWith(
            """
            ## task_end

            2026-02-04 09:30 %s Ana Author added    BACKLOG.md, by hand
            2026-02-04 09:30 %s Ana Author promoted BACKLOG.md -> TODO.md
            2026-02-04 09:30 %s Ana Author started  TODO.md
            """
                .formatted(plan, run, start)),
        out);
    assertEquals("BACKLOG.md:5: open, no Plan", shell.ok("show", "A-2").lines().toList().get(1));
  }

  @Test
  void jsonHasEveryField() {
    shell.ok("run");
    JsonNode show = shell.json(0, "show", "A-1");
    assertEquals("TODO.md", show.get("task").get("path").asText());
    assertTrue(show.get("text").asText().startsWith("## task_begin\n### # [id:A-1]"));
    assertTrue(show.get("committed").asBoolean());
    JsonNode stop = show.get("journey").get(1);
    assertEquals(head(), stop.get("commit").asText());
    assertEquals("BACKLOG.md", stop.get("from").asText());
    assertEquals("TODO.md", stop.get("to").asText());
    assertEquals("todo", stop.get("status").asText());
    assertEquals("Ana Author", stop.get("author").get("name").asText());
  }

  @Test
  void changesByHandAreFound() {
    shell.ok("run");
    edit("TODO.md", "**Status:** todo", "**Status:** done");
    edit("TODO.md", "Boil", "Boil it");
    String block = shell.git().read("TODO.md");
    String task = block.substring(block.indexOf("## task_begin"));
    shell.git().write("TODO.md", block.replace(task, ""));
    shell.git().write("ARCHIVE.md", "# Archive\n\n" + task.replace("\n", "\r\n"));
    shell.git().commitAll("by hand");
    assertEquals(
        List.of(
            "added by hand", "promoted", "finished by hand", "edited by hand", "archived by hand"),
        journey("A-1"));
  }

  @Test
  void removedTaskIsFound() {
    String removed = edit("BACKLOG.md", ready("A-1", "Boil"), "");
    shell.git().commitAll("later");
    String out = shell.ok("show", "A-1");
    assertTrue(
        out.startsWith(
            "A-1 is no longer in any file of this board.\nLost in "
                + removed.substring(0, 7)
                + " by Ana Author; it was in BACKLOG.md.\n"),
        out);
    JsonNode show = shell.json(0, "show", "A-1");
    assertTrue(show.get("task").isNull());
    assertTrue(show.get("text").isNull());
    assertEquals(List.of("added by hand", "removed by hand"), journey(show));
  }

  @Test
  void taskOfRemovedBoardIsFound() {
    shell.ok("run");
    shell.git().git("rm", "-q", "BACKLOG.md", "TODO.md");
    shell.git().commitAll("gone");
    assertEquals(List.of("added by hand", "promoted", "removed by hand"), journey("A-1"));
  }

  @Test
  void renamedBoardKeepsJourneysOfItsTasks() {
    shell.ok("run");
    Path folder = shell.root().resolve("team/tasks");
    folder.toFile().mkdirs();
    shell.git().git("mv", "BACKLOG.md", "TODO.md", "team/tasks/");
    shell.git().commitAll("rename");
    shell.ok("start", "A-1", "--board", "team/tasks");
    JsonNode show = shell.json(0, "show", "A-1", "--board", "team/tasks");
    assertEquals(List.of("added by hand", "promoted", "added by hand", "started"), journey(show));
    assertEquals("TODO.md", show.get("journey").get(2).get("from").asText());
    assertEquals("team/tasks/TODO.md", show.get("journey").get(2).get("to").asText());
  }

  @Test
  void taskFromAnotherBoardKeepsItsJourney() {
    String task = ready("A-1", "Boil");
    String backlog = shell.git().read("BACKLOG.md");
    shell.git().write("x/BACKLOG.md", backlog.replace("A-1", "A-5")).commitAll("another board");
    String other = shell.git().read("x/BACKLOG.md").replaceFirst("\n## group_end", task);
    shell.git().write("BACKLOG.md", backlog.replace(task, ""));
    shell.git().write("x/BACKLOG.md", other + "## group_end\n").commitAll("over there");
    JsonNode show = shell.json(0, "show", "A-1", "--board", "x");
    assertEquals(List.of("added by hand", "added by hand"), journey(show));
    assertEquals("BACKLOG.md", show.get("journey").get(1).get("from").asText());
    assertEquals(List.of("added by hand", "removed by hand"), journey("A-1"));
  }

  @Test
  void taskDroppedByMergeIsFound() {
    shell.git().git("switch", "-q", "-c", "side");
    edit("BACKLOG.md", "## group_end", ready("A-9", "Steep") + "## group_end");
    shell.git().git("switch", "-q", "main");
    shell.git().write("other.txt", "x").commitAll("on main");
    shell.git().git("merge", "-q", "-s", "ours", "--no-edit", "side");
    JsonNode show = shell.json(0, "show", "A-9");
    assertEquals(List.of("added by hand", "removed by hand"), journey(show));
    assertEquals(head(), show.get("journey").get(1).get("commit").asText());
  }

  @Test
  void mergeOfBothSidesRepeatsNoEvent() {
    shell.git().git("switch", "-q", "-c", "side");
    shell.ok("run");
    shell.git().git("switch", "-q", "main");
    shell.git().write("other.txt", "x").commitAll("on main");
    shell.git().git("merge", "-q", "--no-edit", "side");
    assertEquals(List.of("added by hand", "promoted"), journey("A-1"));
  }

  @Test
  void forgedTrailerDoesNotChangeJourney() {
    String forged = "x\n\nReplenish-Board: .\nReplenish-Done: A-1\n";
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md") + "\n").commitAll(forged);
    assertEquals(List.of("added by hand"), journey("A-1"));
  }

  @Test
  void uncommittedChangesAreReported() {
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md").replace("Boil", "Heat"));
    Shell.Result show = shell.run("show", "A-1");
    assertTrue(show.out().startsWith("A-1 Heat\n"), show.out());
    assertEquals("This is not committed yet.\n", show.err());
    assertFalse(shell.json(0, "show", "A-1").get("committed").asBoolean());
    assertTrue(shell.json(0, "show", "A-1", "--ref", "main").get("committed").asBoolean());
    shell.git().write("BACKLOG.md", "# empty\n");
    assertFalse(shell.json(0, "show", "A-1").get("committed").asBoolean());
  }

  @Test
  void differentLineEndingsInWorkTreeAreIgnored() {
    shell.git().write("BACKLOG.md", shell.git().read("BACKLOG.md").replace("\n", "\r\n"));
    assertTrue(shell.json(0, "show", "A-1").get("committed").asBoolean());
  }

  @Test
  void nearestIdIsSuggestedForUnknownId() {
    JsonNode error = shell.json(2, "show", "A-11").get("error");
    assertEquals("there is no task 'A-11', and there never was", error.get("message").asText());
    assertEquals("Did you mean 'A-1'?", error.get("next").asText());
    shell.git().git("switch", "-q", "-c", "side");
    edit("BACKLOG.md", "## group_end", ready("A-9", "Steep") + "## group_end");
    shell.git().git("switch", "-q", "main");
    String elsewhere = shell.json(2, "show", "A-9").get("error").get("message").asText();
    assertTrue(elsewhere.contains("another board, branch or version names it"), elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "a]b", "\u001b[31m", ""})
  void invalidIdIsUsageError(String id) {
    Shell.Result show = shell.run("show", id);
    assertEquals(2, show.code(), show.all());
    assertFalse(show.all().contains("\u001b"));
    assertEquals(2, shell.run("show").code());
  }

  @Test
  void idInTwoPlacesIsError() {
    shell.git().write("TODO.md", ready("A-1", "Boil again")).commitAll("copied");
    JsonNode error = shell.json(6, "show", "A-1").get("error");
    String message = error.get("message").asText();
    assertTrue(message.contains("TODO.md:1") && message.contains("BACKLOG.md:3"), message);
  }

  @Test
  void onlyBoardsWithTaskAreShown() {
    String backlog = shell.git().read("BACKLOG.md");
    shell.git().write("a/x/BACKLOG.md", backlog.replace("A-1", "A-7"));
    shell.git().write("b/x/BACKLOG.md", backlog.replace("A-1", "A-8"));
    shell.git().write("c/x/BACKLOG.md", new byte[] {(byte) 0xff, 0}).commitAll("boards");
    assertEquals("b/x", shell.json(0, "show", "A-8", "--board", "*/x").get("board").asText());
    assertEquals(2, shell.json(0, "show", "A-2", "--board", "*/x").get("boards").size());
    assertEquals(2, shell.run("show", "A-1", "--board", "*/x").code());
    assertEquals(6, shell.run("show", "A-1", "--board", "c/x").code());
  }

  @Test
  void shallowCloneReportsEndOfHistory() throws IOException {
    shell.ok("run");
    shell.ok("start", "A-1");
    Path clone = tmp.toRealPath().resolve("clone");
    shell.git().git("clone", "-q", "--depth", "2", "file://" + shell.root(), clone.toString());
    JsonNode show = Shell.object("show", shell.ok("-C", clone + "", "show", "A-1", "--json"));
    assertEquals(List.of("started"), journey(show));
    assertTrue(show.get("shallow").asBoolean());
    assertTrue(shell.run("-C", clone + "", "show", "A-1").err().contains("The history ends here"));
  }

  @Test
  void bareRepositoriesLinkedWorkTreesAndDetachedHeadsAreRead() throws IOException {
    shell.ok("run");
    Path bare = tmp.toRealPath().resolve("bare.git");
    Path linked = tmp.toRealPath().resolve("linked");
    shell.git().git("clone", "-q", "--bare", shell.root().toString(), bare.toString());
    shell.git().git("worktree", "add", "-q", "-b", "other", linked.toString());
    String here = shell.ok("show", "A-1");
    assertEquals(here, shell.ok("-C", bare.toString(), "show", "A-1"));
    assertEquals(here, shell.ok("-C", linked.toString(), "show", "A-1"));
    shell.git().git("switch", "-q", "--detach");
    assertEquals(here, shell.ok("show", "A-1"));
  }

  @Test
  void taskIsShownBeforeFirstCommit() throws IOException {
    Path empty = GitSandbox.create(tmp, "empty").root();
    Files.copy(shell.root().resolve("BACKLOG.md"), empty.resolve("BACKLOG.md"));
    String out = shell.ok("-C", empty.toString(), "show", "A-1", "--json");
    JsonNode show = Shell.object("show", out);
    assertEquals(0, show.get("journey").size());
    assertFalse(show.get("committed").asBoolean());
  }
}
