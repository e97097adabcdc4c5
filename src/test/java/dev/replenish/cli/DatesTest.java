package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, assignees and efforts of tasks, in every notation. */
class DatesTest {
  @TempDir Path tmp;

  private static List<String> ids(JsonNode node) {
    return node.get("tasks").findValuesAsText("id");
  }

  @Test
  void fieldsOfTasksWithMarkersAreRead() {
    String more =
        "**Due:** 1 Dec 2026\n**Not Before:** 2026-11-01\n**Assignee:** [@ina](http://x)\n";
    Shell shell =
        Shell.withBacklog(
            tmp, Shell.group("dev", "high", Shell.task("A-1", "dev", "high", "Boil", more)));
    JsonNode task = shell.json(0, "list").at("/tasks/0");
    assertEquals("2026-12-01", task.get("due").asText());
    assertEquals("2026-11-01", task.get("notBefore").asText());
    assertEquals("ina", task.get("assignee").asText());
    assertEquals(16, task.get("effort").asInt());
    assertEquals("2 days", task.get("estimate").asText());
  }

  @Test
  void fieldsInsideSectionsAreRead() {
    String task =
        Shell.ready("A-1", "Boil")
            .replace("**Relevant Documentation:** docs/tea.md", "### Plan\n**Due:** 2026-12-01")
            .replace("**Plan:**\n", "### Relevant Documentation\ndocs/tea.md\n**Owner:** ina\n");
    Shell shell = Shell.withBacklog(tmp, Shell.group("dev", "high", task));
    JsonNode read = shell.json(0, "list").at("/tasks/0");
    assertEquals("2026-12-01", read.get("due").asText());
    assertEquals("ina", read.get("assignee").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "- [ ] Boil due:2026-12-01; 2026-12-01; -; -",
        "- [ ] Boil 📅 2026-12-01 🛫 2026-11-01 ⏳ 2026-11-20; 2026-12-01; 2026-11-20; -",
        "- [ ] (A) Boil +tea t:2026-11-01 due:2026-12-01; 2026-12-01; 2026-11-01; -",
        "- [ ] Boil not-before:2026-11-01; -; 2026-11-01; -",
        "- [ ] Boil [due:: 2026-12-01]; 2026-12-01; -; -",
        "- [ ] Boil\\n  Due: 2026-12-01\\n  Assignee: Ina; 2026-12-01; -; Ina",
        "- [ ] Boil @ina; -; -; ina",
        "- [ ] @ina: boil; -; -; ina",
        "- [ ] Ask @bob for tea [@Ina Weber]; -; -; Ina Weber",
        "- [ ] Boil @ina (no hurry) 📅 2026-12-01; 2026-12-01; -; ina",
        "- [ ] Boil water\\n  in a kettle @ina; -; -; ina",
        "- [ ] Ask @bob for tea; -; -; -",
        "- [ ] Update @types/node; -; -; -",
        "- [ ] Mail to ina@example.org; -; -; -",
        "- [ ] Boil `@ina due:2026-12-01`; -; -; -",
        "- [ ] Boil @high; -; -; -",
        "## Boil @ina due:2026-12-01\\n\\n**Status:** todo\\n\\nText; 2026-12-01; -; ina",
        "## Boil\\n\\n**Status:** todo · **Due:** 2026-12-01\\n\\nText; 2026-12-01; -; -",
        "| Task | Owner | Due | Status |\\n|---|---|---|---|\\n| Boil | ina | 1.12.2026 | todo |"
            + "; 2026-12-01; -; ina",
        "| Task | Status | Effort |\\n|---|---|---|\\n| Boil @ina 📅 2026-12-01 | todo | M |"
            + "; 2026-12-01; -; ina",
      })
  void marksOfTasksWithoutMarkersAreRead(
      String text, String due, String notBefore, String assignee) {
    Shell shell = Shell.withBacklog(tmp, "# Tea\n\n" + text.replace("\\n", "\n"));
    JsonNode task = shell.json(0, "list").at("/tasks/0");
    assertEquals(due, task.get("due").textValue());
    assertEquals(notBefore, task.get("notBefore").textValue());
    assertEquals(assignee, task.get("assignee").textValue());
  }

  @Test
  void effortScaleConvertsSizesToHours() {
    Shell shell =
        Shell.withBacklog(
            tmp, "| Task | Effort | Priority |", "|---|---|---|", "| Boil | M | P1 |");
    assertTrue(shell.json(0, "list").at("/tasks/0/effort").isNull());
    shell.git().git("config", "replenish.effortScale", "S=30m M=1.5d");
    shell.git().git("config", "replenish.hoursPerDay", "5");
    assertEquals(7.5, shell.json(0, "list").at("/tasks/0/effort").asDouble());
    assertEquals("M", shell.json(0, "list").at("/tasks/0/estimate").asText());
    shell.git().git("config", "replenish.effortScale", "M=soon");
    assertEquals(2, shell.run("list").code());
  }

  @Test
  void taskIsHeldBackUntilItsDayInTheAuthorsTimeZone() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            Shell.group(
                "dev",
                "high",
                Shell.task("A-1", "dev", "high", "Boil", "**Not Before:** 2026-12-03\n"),
                Shell.ready("A-2", "Pour")));
    shell.set("GIT_AUTHOR_DATE", "2026-12-03T00:30:00+0200");
    assertEquals(List.of("A-1", "A-2"), ids(shell.json(0, "plan")));
    shell.set("GIT_AUTHOR_DATE", "2026-12-02T22:30:00+0000");
    JsonNode held = shell.json(0, "plan");
    assertEquals(List.of("A-2"), ids(held));
    assertEquals("not-before", held.at("/skipped/0/reasons/0").asText());
    assertTrue(shell.ok("plan").contains("not before 3 Dec 2026"), shell.ok("plan"));
    assertTrue(shell.ok("list").contains("not-before"));
    assertEquals(List.of("A-1", "A-2"), ids(shell.json(0, "plan", "--date", "2026-12-03")));
  }

  @Test
  void planIdChangesOnlyOnTheNotBeforeDay() {
    Shell shell =
        Shell.withBacklog(tmp, "# Tea", "", "- [ ] Boil 🛫 2026-12-03", "- [ ] Pour 📅 2026-12-02");
    String before = planId(shell, "2026-12-01");
    assertEquals(before, planId(shell, "2026-12-02"));
    assertNotEquals(before, planId(shell, "2026-12-03"));
    assertEquals(planId(shell, "2026-12-03"), planId(shell, "2027-12-03"));
  }

  private static String planId(Shell shell, String day) {
    return shell.json(0, "plan", "--date", day + "T12:00:00Z").get("planId").asText();
  }

  @Test
  void overdueTaskIsReportedAsAWarning() {
    Shell shell =
        Shell.withBacklog(
            tmp,
            "# Tea",
            "",
            "- [ ] Boil due:2026-12-02",
            "- [ ] Pour due:2026-12-03",
            "- [x] Buy" + " due:2026-12-01");
    shell.set("GIT_AUTHOR_DATE", "2026-12-03T12:00:00Z");
    JsonNode check = shell.json(0, "check");
    assertEquals(List.of("overdue"), check.get("findings").findValuesAsText("code"));
    assertTrue(shell.ok("check").contains("BACKLOG.md:3:16: warning overdue"), shell.ok("check"));
    assertEquals(1, shell.json(0, "status").get("overdue").size());
    assertTrue(shell.ok("status").contains("(due 2026-12-02)"), shell.ok("status"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "- [ ] Boil due:soon; 3:16",
        "- [ ] Boil\\n  Due: soon; 4:8",
        "- [ ] Boil 📅 2026-02-30; 3:14",
        "- [ ] Boil\\n  **Not Before:** tomorrow; 4:19",
        "| Task | Due | Status |\\n|---|---|---|\\n| Boil | soon | todo |; 5:10",
      })
  void invalidDateIsReportedAndHoldsNothingBack(String text, String place) {
    Shell shell = Shell.withBacklog(tmp, "# Tea\n\n" + text.replace("\\n", "\n"));
    String check = shell.ok("check");
    assertTrue(check.startsWith("BACKLOG.md:" + place + ": warning date-invalid"), check);
    assertEquals(1, ids(shell.json(0, "plan")).size());
  }

  @Test
  void convertedTaskKeepsItsDatesAndAssignee() {
    Shell shell = Shell.withBacklog(tmp, "# Tea", "", "- [ ] Boil @ina 📅 2026-12-01 ⏳ 2026-11-01");
    shell.ok("convert");
    JsonNode task = shell.json(0, "list").at("/tasks/0");
    assertEquals("2026-12-01", task.get("due").asText());
    assertEquals("2026-11-01", task.get("notBefore").asText());
    assertEquals("ina", task.get("assignee").asText());
  }
}
