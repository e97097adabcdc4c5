package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.incomplete;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of commands for GitHub Actions. */
class WorkflowTest {
  @TempDir Path tmp;

  private Path outputs() {
    return tmp.resolve("outputs");
  }

  private Path summary() {
    return tmp.resolve("summary.md");
  }

  private Shell tea() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            group("docs", "low", Shell.task("D-1", "docs", "low", "Draw a map", "")),
            group(
                "dev",
                "high",
                ready("A-1", "Boil *it*"),
                incomplete("A-2", "Rest"),
                ready("A-3", "Sip")));
    return workflow(shell);
  }

  private Shell workflow(Shell shell) {
    return shell
        .set("GITHUB_ACTIONS", "true")
        .set("GITHUB_OUTPUT", outputs().toString())
        .set("GITHUB_STEP_SUMMARY", summary().toString())
        .set("GITHUB_SERVER_URL", "https://github.example")
        .set("GITHUB_REPOSITORY", "team/tea");
  }

  /** The outputs that the reference names. */
  private static List<String> documented() throws IOException {
    String text = Files.readString(Path.of("docs/reference/github-actions.md"));
    String section =
        text.substring(text.indexOf("\n| output | holds |"), text.indexOf("\n**6.10**"));
    Matcher row = Pattern.compile("\n\\| `([a-z-]+)` \\|").matcher(section);
    return row.results().map(found -> found.group(1)).toList();
  }

  /** Reads the file as the runner does. */
  private Map<String, String> read(Path file) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    Iterator<String> lines = Files.readAllLines(file).iterator();
    while (lines.hasNext()) {
      String[] head = lines.next().split("<<", 2);
      List<String> value = new ArrayList<>();
      for (String line = lines.next(); !line.equals(head[1]); line = lines.next()) {
        value.add(line);
      }
      assertTrue(head[1].matches("end-[0-9a-f]{32}"), head[1]);
      values.put(head[0], String.join("\n", value));
    }
    return values;
  }

  @Test
  void runWritesOutputs() throws IOException {
    Shell shell = tea();
    Shell.Result run = shell.run("run");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("Moved 2 dev tasks (high)"), run.out());
    assertFalse(run.all().contains("::"), run.all());
    String commit = shell.git().git("rev-parse", "HEAD").strip();
    Map<String, String> values = read(outputs());
    assertEquals(documented(), List.copyOf(values.keySet()));
    JsonNode json = Shell.object("run", values.remove("result-json") + "\n");
    assertEquals(commit, json.get("commit").asText());
    assertEquals(
        "{outcome=moved, reason=highest-priority, changed=true, moved-count=2,"
            + " moved-ids=[\"A-1\",\"A-3\"], group=type:dev,priority:high, commit-sha="
            + commit
            + "}",
        values.toString());
  }

  @Test
  void runWritesSummaryPage() throws IOException {
    Shell shell = tea();
    shell.ok("run");
    String commit = shell.git().git("rev-parse", "HEAD").strip();
    assertEquals(
        """

        ## Moved 2 dev tasks (high)

        <table>
        <tr><th>Task</th><th>Title</th></tr>
        <tr><td><a href="https://github.example/team/tea/blob/COMMIT/TODO.md?plain=1#L22"><code>A-1</code></a></td><td>Boil &#42;it&#42;</td></tr>
        <tr><td><a href="https://github.example/team/tea/blob/COMMIT/TODO.md?plain=1#L36"><code>A-3</code></a></td><td>Sip</td></tr>
        </table>

        Commit <a href="https://github.example/team/tea/commit/COMMIT"><code>SHORT</code></a>. \
        Group &#91;type&#58;<wbr>dev&#93;&#91;priority&#58;<wbr>high&#93;&#58; highest \
        priority with ready tasks.

        **Skipped: 1 task**

        <table>
        <tr><th>Task</th><th>Where</th><th>Why not</th></tr>
        <tr><td><code>A-2</code></td><td><code>BACKLOG.md&#58;35</code></td><td>no Plan</td></tr>
        </table>

        **2 tasks left in** <code>BACKLOG.<wbr>md</code>

        <table>
        <tr><th>Group</th><th>Tasks</th><th>Ready</th><th>Incomplete</th></tr>
        <tr><td><code>&#91;type&#58;docs&#93;&#91;priority&#58;low&#93;</code></td><td>1</td><td>1</td><td>0</td></tr>
        <tr><td><code>&#91;type&#58;dev&#93;&#91;priority&#58;high&#93;</code></td><td>1</td><td>0</td><td>1</td></tr>
        </table>

        ```mermaid
        pie showData
            title Tasks left
            "docs low" : 1
            "dev high" : 1
        ```

        """
            .replace("COMMIT", commit)
            .replace("SHORT", commit.substring(0, 7)),
        Files.readString(summary()));
    List<String> todo = shell.git().read("TODO.md").lines().toList();
    assertEquals("## task_begin", todo.get(21), "what is linked to");
    assertTrue(todo.get(36).contains("[id:A-3]"), todo.get(36));
  }

  @Test
  void existingOutputsAndSummaryAreKept() throws IOException {
    Files.writeString(outputs(), "tea=ready\n");
    Files.writeString(summary(), "Tea");
    tea().ok("run");
    assertTrue(Files.readString(outputs()).startsWith("tea=ready\noutcome<<end-"));
    assertTrue(Files.readString(summary()).startsWith("Tea\n## Moved"));
  }

  @Test
  void planReportsWhatWouldMove() throws IOException {
    tea().ok("plan");
    Map<String, String> values = read(outputs());
    assertEquals("planned", values.get("outcome"));
    assertEquals("false", values.get("changed"));
    assertEquals("2", values.get("moved-count"));
    assertEquals("", values.get("commit-sha"));
    String page = Files.readString(summary());
    assertTrue(page.contains("## Would move 2 dev tasks (high)\n"), page);
    assertTrue(page.contains("<tr><td><code>A-1</code></td>"), page);
    assertTrue(page.contains("**2 tasks left in**"), page);
  }

  @Test
  void repeatedKeyReportsSameAndChangesNothing() throws IOException {
    Shell shell = tea();
    shell.ok("run", "--key", "k");
    Map<String, String> first = read(outputs());
    Files.delete(outputs());
    shell.ok("run", "--key", "k");
    Map<String, String> again = read(outputs());
    assertEquals("true", first.put("changed", "false"));
    assertEquals("moved", again.get("outcome"));
    first.remove("result-json");
    again.remove("result-json");
    assertEquals(first, again);
    String pages = Files.readString(summary());
    int half = pages.length() / 2;
    assertEquals(pages.substring(0, half), pages.substring(half), "the same page twice");
  }

  @Test
  void runWithNothingToDoStatesReason() throws IOException {
    Shell shell = tea();
    shell.ok("run", "--type", "qa");
    assertEquals("noop", read(outputs()).get("outcome"));
    assertEquals("no-ready-task", read(outputs()).get("reason"));
    assertEquals("[]", read(outputs()).get("moved-ids"));
    String page = Files.readString(summary());
    assertTrue(
        page.startsWith(
            "\n## Nothing to do\n\nThere is no group of type &#39;qa&#39;; there are docs, dev.\n"),
        page);
  }

  @Test
  void errorIsReportedAsAnnotationOutputsAndPage() throws IOException {
    Shell shell = tea();
    shell.git().write("TODO.md", "## task_begin\n### # [id:T-1][type:dev] x\n").commitAll("x");
    Shell.Result run = shell.run("run");
    assertEquals(6, run.code());
    assertEquals(
        "::error file=TODO.md,line=1,col=1,title=invalid-document::the task has no '## task_end'."
            + " Nothing was written. Fix it by hand or with 'replenish check --fix', and commit:"
            + " close the task with '## task_end' on its own line.\n",
        run.out());
    assertEquals("failed", read(outputs()).get("outcome"));
    assertEquals("invalid-document", read(outputs()).get("reason"));
    String page = Files.readString(summary());
    assertTrue(page.contains("## Replenish failed\n\n**Error:** the task"), page);
  }

  @Test
  void errorsBeforeAnyBoardAreReportedToo() throws IOException {
    Shell shell = tea();
    assertEquals(2, shell.run("run", "--nonsense").code());
    assertEquals("usage", read(outputs()).get("reason"));
    Files.delete(outputs());
    Shell.Result run = shell.run("plan", "--ref", "a,b:%");
    assertTrue(run.out().startsWith("::error title="), run.out());
    assertTrue(run.out().contains("%25"), run.out());
    assertEquals("failed", read(outputs()).get("outcome"));
    Shell.object("plan", read(outputs()).get("result-json") + "\n");
  }

  @Test
  void findingsAreAnnotatedAtTheirLocation() {
    Shell shell = tea();
    String broken = group("dev", "high", ready("A-1", "Boil").replace("[priority:high]", ""));
    shell
        .git()
        .write("sub,dir/BACKLOG.md", broken.replace("## group_end\n", ""))
        .commitAll("break");
    Shell.Result check = shell.run("check", "--board", "sub,dir");
    assertEquals(6, check.code());
    assertTrue(
        check
            .out()
            .endsWith(
                """
                ::error file=sub%2Cdir/BACKLOG.md,line=1,col=1,title=group-end-missing::the group \
                [type:dev][priority:high] has no '## group_end' (close the group with \
                '## group_end')
                ::warning file=sub%2Cdir/BACKLOG.md,line=4,col=1,title=priority-missing::A-1 \
                lacks [priority:high] (add the group's priority)
                """),
        check.out());
    assertFalse(Files.exists(outputs()), "check has no outputs");
    assertFalse(shell.run("check", "-q", "--board", "sub,dir").out().contains("::warning"));
  }

  @Test
  void tenAnnotationsOfEachKindAreShownAndOthersCounted() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      tasks.append(incomplete("A-" + i, "Boil").replace("**Status:** todo\n", ""));
    }
    Shell shell = Shell.withBacklog(tmp, group("dev", "high", tasks.toString()));
    String out = shell.run("check", "--github").out();
    assertEquals(10, out.lines().filter(line -> line.startsWith("::warning ")).count());
    assertTrue(out.endsWith("\nNot annotated: 0 more errors, 16 more warnings.\n"), out);
  }

  @Test
  void jsonIsOnlyOutputOnStdout() {
    Shell shell = tea();
    shell.git().write("TODO.md", "## task_begin\n### # [id:T-1][type:dev] x\n").commitAll("x");
    Shell.Result run = shell.run("run", "--json");
    Shell.object("run", run.out());
    assertTrue(run.err().startsWith("::error file=TODO.md,line=1,"), run.err());
  }

  @Test
  void severalBoardsShareOneHeadlineAndOneSetOfOutputs() throws IOException {
    Shell shell = tea();
    shell.git().write("b/BACKLOG.md", group("qa", "low", Shell.task("Q-1", "qa", "low", "Q", "")));
    shell.git().write("c/BACKLOG.md", group("qa", "low"));
    shell.git().write("d/BACKLOG.md", "<<<<<<< a\n=======\n>>>>>>> b\n").commitAll("boards");
    Shell.Result run = shell.run("run", "--board", ".", "--board", "b", "--board", "c");
    assertEquals(0, run.code(), run.all());
    Map<String, String> values = read(outputs());
    assertEquals("moved", values.get("outcome"));
    assertEquals("[\"A-1\",\"A-3\",\"Q-1\"]", values.get("moved-ids"));
    assertEquals("3", values.get("moved-count"));
    assertEquals(shell.git().git("rev-parse", "HEAD").strip(), values.get("commit-sha"));
    String page = Files.readString(summary());
    assertTrue(page.startsWith("\n## Moved 3 tasks on 2 of 3 boards\n"), page);
    assertTrue(page.contains("\n### <code>b</code>\n"), page);
    Files.delete(outputs());
    Files.delete(summary());
    assertEquals(6, shell.run("run", "--board", "c", "--board", "d").code());
    assertEquals("failed", read(outputs()).get("outcome"));
    assertEquals("invalid-document", read(outputs()).get("reason"));
    page = Files.readString(summary());
    assertTrue(page.startsWith("\n## Nothing to do on 1 of 2 boards, 1 failed\n"), page);
  }

  @Test
  void unclearLinesAreReportedInOneSentence() throws IOException {
    Shell shell = Shell.create(tmp);
    String board = "# Tea\n\nBy the river.\n\n## Kitchen\n\n- Old kettle\n- New cups\n";
    shell.git().write("BACKLOG.md", board).commitAll("board");
    workflow(shell).ok("run");
    String page = Files.readString(summary());
    assertTrue(page.contains("\n2 items (BACKLOG"), page);
    assertFalse(page.contains("Skipped"), page);
  }

  @Test
  void manySkippedTasksAreCollapsed() throws IOException {
    StringBuilder tasks = new StringBuilder(ready("A-0", "Boil"));
    for (int i = 1; i <= 60; i++) {
      tasks.append(incomplete("A-" + i, "Boil"));
    }
    workflow(Shell.withBacklog(tmp, group("dev", "high", tasks.toString()))).ok("run");
    String page = Files.readString(summary());
    assertTrue(page.contains("\n<details><summary>Skipped: 60 tasks</summary>\n<table>\n"), page);
    assertTrue(page.contains("<tr><td colspan=\"3\">and 10 more</td></tr>\n</table>\n</details>"));
    assertFalse(page.contains("mermaid"), "one slice is no chart");
  }

  @Test
  void detailsTooLongForPageAreOmittedWithNotice() throws IOException {
    StringBuilder tasks = new StringBuilder(ready("A-0", "Boil"));
    for (int i = 1; i <= 60; i++) {
      tasks.append(incomplete("~".repeat(195) + i, "Boil"));
    }
    workflow(Shell.withBacklog(tmp, group("dev", "high", tasks.toString()))).ok("run");
    String page = Files.readString(summary());
    assertTrue(page.startsWith("\n## Moved 1 dev task (high)\n\n<table>\n"), page);
    assertTrue(page.endsWith("\nWhat was skipped and what is left is too long for this page.\n\n"));
  }

  @Test
  void unwritableFileIsWarning() {
    Shell shell = tea().set("GITHUB_OUTPUT", tmp.toString()).set("GITHUB_STEP_SUMMARY", "\0");
    Shell.Result run = shell.run("run");
    assertEquals(0, run.code());
    assertTrue(
        run.out().contains("\n::warning title=replenish::can't write the file that GITHUB_O"));
    assertTrue(
        run.out().contains("\n::warning title=replenish::can't write the file that GITHUB_S"));
  }

  @Test
  void nothingIsWrittenOutsideActionsUnlessRequested() {
    Shell shell = tea().set("GITHUB_ACTIONS", "");
    shell.ok("plan");
    shell.run("run", "--nonsense");
    assertFalse(Files.exists(outputs()));
    assertFalse(Files.exists(summary()));
    shell.ok("run", "--github");
    assertTrue(Files.exists(outputs()));
  }

  @Test
  void taskTextCannotIssueRunnerCommands() {
    String orders =
        "::error::a\n\t::add-mask::b\n\u00a0::stop-commands::c\n##[group]d\nsay ::set-output name=x::e\n";
    Shell shell =
        workflow(
            Shell.withBacklog(
                tmp,
                group(
                    "dev",
                    "high",
                    Shell.task("A-1", "dev", "high", "::error::t ##[group]t", orders))));
    shell.ok("run");
    shell.ok("block", "A-1", "--reason", "::warning::no ##[error]no");
    for (String command :
        List.of(
            "next", "show A-1", "list", "log", "log -v", "status", "next --json", "list --json")) {
      String all = shell.run(command.split(" ")).all();
      assertFalse(all.contains("##["), command + all);
      assertTrue(
          all.lines().noneMatch(line -> line.replaceFirst("^[\\s\u00a0]+", "").startsWith("::")),
          command + all);
    }
    shell.ok("start", "A-1", "-q");
    String next = shell.run("next").out();
    assertTrue(next.contains("say ::set-output name=x::e\n"), next);
    assertEquals(
        shell.set("GITHUB_ACTIONS", "").run("next").out(),
        next.replace("\\::", "::").replace("#\\#[", "##["));
  }

  @Test
  void titlesCannotInjectRunnerCommandsOrMarkup() throws IOException {
    String title = "::error::x ##[set-output name=outcome]x <h1>@x</h1> Fixes #1 ```";
    Shell shell =
        workflow(
            Shell.withBacklog(
                tmp,
                "\u00a0::error::before",
                "",
                group("dev", "high", ready("A-1", title), incomplete("A-2", title))));
    for (String[] command : new String[][] {{"plan"}, {"run"}, {"run", "--json"}, {"check"}}) {
      String all = shell.run(command).all();
      assertFalse(all.contains("##[set"), all);
      assertTrue(
          all.lines().noneMatch(line -> line.replaceFirst("^[\\s\u00a0]+", "").startsWith("::e")),
          all);
    }
    assertFalse(Files.readString(summary()).contains("<h1"));
    assertFalse(Files.readString(summary()).contains("@x"));
    assertFalse(Files.readString(summary()).contains("#1 "));
  }
}
