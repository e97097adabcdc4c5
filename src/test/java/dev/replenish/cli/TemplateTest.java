package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of new tasks. */
class TemplateTest {
  private static final String TASK =
      "**Status:** todo  \n**Reviewer:** Ina  \n**Description:** Why?\n"
          + "**Relevant Documentation:** `docs/tea.md`\n"
          + "**Plan:**\n1. Look\n2. Do\n3. Show\n\n**Estimated Effort:** M\n\n"
          + "#### Done when\n\n- it is warm\n";
  private static final String BUG = TASK.replace("1. Look", "1. Reproduce it in a test");

  @TempDir Path tmp;

  private Shell board(String backlog) {
    Shell shell = Shell.withBacklog(tmp, backlog);
    shell.git().write("tasks/task.md", TASK).write("tasks/bug.md", BUG);
    shell.git().write(".replenish", "[replenish]\n\ttemplate = tasks/task.md\n");
    shell.git().commitAll("templates");
    return shell;
  }

  private static void template(Shell shell, String lines) {
    shell.git().write(".replenish", "[replenish]\n" + lines).commitAll("settings");
  }

  private static String added(Shell shell) {
    String backlog = shell.git().read("BACKLOG.md");
    return backlog.substring(backlog.lastIndexOf("### #"), backlog.lastIndexOf("## task_end"));
  }

  @Test
  void taskAddedFromTemplateIsComplete() {
    Shell shell = board(group("dev", "high", ready("A-1", "Boil")));
    Shell.Result result = shell.run("add", "Pour tea");
    assertEquals(0, result.code());
    assertEquals("", result.err().replaceAll("(?s)Added.*", ""), result.err());
    String task = added(shell);
    assertTrue(task.endsWith("] Pour tea\n" + TASK), task);
    assertTrue(shell.json(0, "list", "--ready").at("/tasks/1/ready").asBoolean());
  }

  @Test
  void givenOptionsReplaceFieldsOfTemplate() {
    Shell shell = board(group("dev", "high", ready("A-1", "Boil")));
    shell.ok(
        "add",
        "Pour tea",
        "--effort",
        "2 h",
        "--plan",
        "Warm the pot",
        "--plan",
        "Pour",
        "--plan",
        "Wait",
        "--depends",
        "A-1",
        "--due",
        "2026-12-01",
        "--description",
        "Before it cools.");
    String task = added(shell);
    assertTrue(task.contains("**Description:** Before it cools."), task);
    assertFalse(task.contains("Why?"), task);
    assertTrue(task.contains("1. Warm the pot\n2. Pour\n3. Wait\n"), task);
    assertFalse(task.contains("Look"), task);
    assertTrue(task.contains("**Estimated Effort:** 2 h"), task);
    assertTrue(task.contains("**Reviewer:** Ina"), task);
    assertTrue(task.contains("#### Done when\n\n- it is warm\n"), task);
    var list = shell.json(0, "list").at("/tasks/1");
    assertEquals("2026-12-01", list.at("/due").asText());
    assertTrue(task.contains("**Dependencies:** A-1"), task);
  }

  @Test
  void typeCanHaveItsOwnTemplate() {
    Shell shell = board(group("dev", "high", ready("A-1", "Boil")));
    template(shell, "\ttemplate = tasks/task.md\n\ttemplate = bug=tasks/bug.md\n");
    shell.ok("add", "It leaks", "--type", "Bug", "--priority", "low");
    assertTrue(added(shell).contains("1. Reproduce it in a test"), added(shell));
    template(shell, "\ttemplate = bug=tasks/bug.md\n");
    shell.ok("add", "Pour", "--type", "dev", "--priority", "high");
    assertTrue(shell.json(0, "list").at("/tasks").toString().contains("plan-missing"));
  }

  @Test
  void givenBodyReplacesTemplate() {
    Shell shell = board(group("dev", "high", ready("A-1", "Boil")));
    shell.given("Just this.\n").ok("add", "Pour", "--body", "-");
    assertTrue(added(shell).endsWith("] Pour\n**Status:** todo  \nJust this.\n"), added(shell));
  }

  @Test
  void checklistTaskTakesFieldsOfTemplate() {
    Shell shell = board("# Shed\n\n- [ ] Saw\n");
    shell.ok("add", "Pour tea", "--effort", "2 h");
    String backlog = shell.git().read("BACKLOG.md");
    assertTrue(
        backlog.contains(
            "- [ ] Pour tea\n  - **Estimated Effort:** 2 h\n"
                + "  - **Relevant Documentation:** `docs/tea.md`\n"
                + "  - **Plan:**\n    1. Look\n    2. Do\n    3. Show\n"),
        backlog);
  }

  @Test
  void invalidTemplateIsRefused() {
    Shell shell = board(group("dev", "high", ready("A-1", "Boil")));
    assertRefused(shell, "\ttemplate = tasks/nope.md\n", "the template tasks/nope.md is not there");
    shell.git().write("tasks/two.md", ready("A-2", "Pour") + ready("A-3", "Sip"));
    assertRefused(shell, "\ttemplate = tasks/two.md\n", "the body holds the marker");
    shell.git().write("tasks/head.md", "### # [id:A-2] Pour\n");
    assertRefused(shell, "\ttemplate = tasks/head.md\n", "begins with a task's header");
    shell.git().write("tasks/open.md", "```\nfor ever\n");
    assertRefused(shell, "\ttemplate = tasks/open.md\n", "never closed");
    shell.git().write("tasks/bin.md", new byte[] {'a', 0, 'b'});
    assertRefused(shell, "\ttemplate = tasks/bin.md\n", "tasks/bin.md");
    template(shell, "\ttemplate = ../task.md\n");
    Shell.Result outside = shell.run("add", "Pour");
    assertEquals(2, outside.code());
    assertTrue(outside.err().contains("template can't be '../task.md'"), outside.err());
  }

  private static void assertRefused(Shell shell, String setting, String expected) {
    template(shell, setting);
    String tip = shell.git().git("rev-parse", "HEAD");
    Shell.Result result = shell.run("add", "Pour");
    assertEquals(6, result.code(), result.all());
    assertTrue(result.err().contains(expected), result.err());
    assertEquals(tip, shell.git().git("rev-parse", "HEAD"));
    assertEquals("", shell.git().git("status", "--porcelain"));
  }
}
