package dev.replenish.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.FieldName;
import dev.replenish.board.Task;
import dev.replenish.core.BoardFiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of required fields are accepted, and which count as missing. */
class RequirementsTest {

  private static Task task(String body) {
    String text = "## task_begin\n### # [id:A-1] Title\n" + body + "\n## task_end\n";
    return BoardFiles.backlog(text).board().backlog().tasks().get(0);
  }

  private static List<String> missing(String body, FieldName required) {
    return Requirements.missing(task(body).details(), Set.of(required)).stream()
        .map(Reason::code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4 hours",
        "4h",
        "4 h",
        "1 hr",
        "3 hrs",
        "1 day",
        "2 days",
        "2d",
        "1 week",
        "3 weeks",
        "2w",
        "2 wks",
        "2-3 days",
        "2–3 days",
        "2 - 3 days",
        "2 to 3 days",
        "2d-3d",
        "1.5 days",
        "1,5 days",
        "~1 week",
        "≈ 2 days",
        "<1 day",
        "about 3 full days",
        "5 working days",
        "5 days (two people)",
        "**3 days**",
        "`4h`",
        "3 DAYS",
        "S",
        "M",
        "L",
        "XL",
        "XS",
        "XXL",
        "**M**",
        "Size: S",
        "M (2 days)",
        "S-M",
        "M/L",
        "L.",
        "TBD, perhaps 3 days",
        "30 minutes",
        "30 min",
        "~45min",
        "45m",
        "15-20 mins",
        "half a day",
        "Half an hour",
        "½ day",
        "1½ days",
        "1/2 day",
        "1.5 h",
        "1,5 h",
        ".5 d",
        "2d",
        "2h30",
        "1h 15m",
        "90 minutes to 2 hours",
        "4h <!-- or more -->",
        "2 days\nif all goes well",
      })
  void effortMayBeAmountOfTimeOrSize(String effort) {
    assertEquals(List.of(), missing("**Estimated Effort:** " + effort, FieldName.EFFORT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TBD",
        "TODO",
        "...",
        "…",
        "?",
        "-",
        "N/A",
        "none",
        "[Time estimate]",
        "[2 days]",
        "[hours/days/weeks]",
        "hours/days/weeks",
        "3",
        "days",
        "soon",
        "2 sprints",
        "Medium",
        "m",
        "xl",
        "S/M/L/XL",
        "S, M, L",
        "3 people, 2 sprints, some days",
        "Days: 3",
        "<!-- 2 days -->",
        "<!-- 2 days",
        "4hours5",
        "h4",
        "2 dayss",
        "30 m",
        "a minute",
        "minutes",
        "half done",
        "½",
        "10 minutely",
        "v1.5",
      })
  void otherEffortIsReportedAsMissing(String effort) {
    assertEquals(
        List.of("effort-missing"), missing("**Estimated Effort:** " + effort, FieldName.EFFORT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/a.md",
        "`docs/a.md`",
        "`/docs/`",
        "[Guide](docs/guide.md)",
        "[Guide](https://example.org)",
        "https://example.org/x?y=1",
        "<https://example.org>",
        "README.md",
        "see README.md.",
        "API in `docs/api/`, `docs/b.md`",
        "\n- docs/a.md",
        "\n\n* [x](y/z)",
        "\n1. docs/a.md",
        "../shared/notes.txt",
        "src\\main\\App.java",
        "TBD; docs/a.md",
        "**docs/a.md**",
        "docs/a_b.md:12",
        "Makefile.am",
        "[[docs/a.md]] and more",
        "docs/設計.md",
        "\n```\ndocs/a.md\n```",
      })
  void documentationMayBePathOrLink(String documentation) {
    assertEquals(
        List.of(),
        missing("**Relevant Documentation:** " + documentation, FieldName.DOCUMENTATION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "TBD", "...", "None", "n/a", "N/A.", "the wiki", "see the ticket", "[path/to/doc.md]",
            "[docs/...]",
        "and/or", "either/or", "v1.2", "1.5", "e.g.", "etc.", "/", "a/", "<!-- docs/a.md -->", "!?",
        "<!--\ndocs/a.md\n-->", "w/o", "TBD/TODO",
      })
  void otherDocumentationIsReportedAsMissing(String documentation) {
    assertEquals(
        List.of("documentation-missing"),
        missing("**Relevant Documentation:** " + documentation, FieldName.DOCUMENTATION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Plan:**\n1. a\n2. b\n3. c",
        "**Plan:**\n1) a\n2) b\n3) c\n4) d",
        "**Plan:**\n- [ ] 1. a\n- [x] 2. b\n- [ ] Step 3: c",
        "**Plan:** 1. a\n2. b\n3. c",
        "**Plan**:\n\n1. a\n\n2. b\n\n3. c",
        "**Plan:**\n- 1. a\n- 2. b\n- 3. c",
        "**Plan:**\n1. a\n1. b\n1. c",
        "**Plan:**\n1.\n   a\n2.\n   b\n3.\n   c",
        "**Plan:**\n**1.** a\n**2.** b\n**3.** c",
        "**Plan:**\n**Step 1:** a\n**Step 2:** b\n**Step 3:** c",
        "**Plan:**\nStep 1 - a\nStep 2 - b\nStep 3 - c",
        "**Plan:**\n1. [ ] a\n2. [x] b\n3. [ ] c",
        "**Plan:**\n1. [Guide](docs/a.md)\n2. b\n3. c",
        "### Plan\n#### Step 1\na\n#### Step 2\nb\n#### Step 3\nc",
        "### Plan\n\n#### Step 1: a\n\n#### Step 2: b\n\n#### Step 3: c\n",
        "### Plan\n#### Step 1\n1. a\n#### Step 2\n- b\n#### Step 3\n```\nc\n```",
        "### 📋 **Implementation Plan:**\n1. a\n2. b\n3. c",
        "## Plan\n#### Phase 1\n1. a\n2. b\n#### Phase 2\n1. c",
        "- **Plan:**\n  1. a\n  2. b\n  3. c",
        "**Plan:**\n1. a\n   - **Effort:** 2h\n2. b\n   - **Notes:** x\n3. c",
        "**Plan:**\n1. a\n   **Dependencies:** none\n2. b\n3. c",
        "### Plan\n#### Step 1\na\n**Effort:** 2h\n#### Step 2\nb\n#### Step 3\nc",
        "**Plan:**\n1. a\n2. b\n3. c\n4. TBD",
        "**Plan:**\n10. a\n11. b\n12. c",
      })
  void planWithThreeNumberedStepsIsComplete(String body) {
    assertEquals(List.of(), missing(body, FieldName.PLAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Plan:**\n1. a\n2. b",
        "**Plan:** do it",
        "**Plan:**\n- a\n- b\n- c",
        "**Plan:**\n1. a\n2. b\n3. TBD",
        "**Plan:**\n1. a\n   1. x\n   2. y\n2. b",
        "**Plan:**\n1. a\n2. b\n\n**Notes:**\n3. c",
        "**Plan:**\n1. a\n2. b\n### Notes\n3. c",
        "**Plan:**\na\n```\n1. a\n2. b\n3. c\n```",
        "**Plan:**\n1.a\n2.b\n3.c",
        "**Plan:**\n1234567890. a\n2. b\n3. c",
        "**Plan:**\n1. a\n2. b\n<!--\n3. c\n-->",
        "**Plan:**\n> 1. a\n> 2. b\n> 3. c",
        "**Plan:**\nStep one\nStep 2b\nStepwise",
        "### Plan\n#### Step 1\na\n#### Step 2\n#### Step 3\nTBD",
      })
  void planWithFewerStepsIsTooShort(String body) {
    assertEquals(List.of("plan-too-short"), missing(body, FieldName.PLAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "**Plan:**",
        "**Plan:** TBD",
        "**Plan:**\n...",
        "**Plan:**\n1.\n2.\n3.",
        "**Plan:**\n1. [Step 1]\n2. [Step 2]\n3. [Step 3]",
        "**Plan:**\n1. TBD\n2. TODO\n3. ...",
        "**Plan:**\n1. **[Step 1]**\n2. _TBD_\n3. `TODO`",
        "**Plan:**\n1. <!-- a -->\n2. <!-- b -->\n3. <!-- c -->",
        "**Plan:** <!-- three steps -->",
        "**Plan:**\n<!--\n1. a\n2. b\n3. c\n-->",
        "### Plan\n#### Step 1\n#### Step 2\n#### Step 3",
        "```\n**Plan:**\n1. a\n2. b\n3. c\n```",
        "<!--\n**Plan:**\n1. a\n2. b\n3. c\n-->",
        "**Planning:**\n1. a\n2. b\n3. c",
      })
  void planOfPlaceholdersIsReportedAsMissing(String body) {
    assertEquals(List.of("plan-missing"), missing(body, FieldName.PLAN));
  }

  @Test
  void firstOfTwoFieldsWithSameNameCounts() {
    assertEquals(
        List.of("effort-missing"),
        missing("**Estimated Effort:** TBD\n**Estimated Effort:** 2 days", FieldName.EFFORT));
  }

  @Test
  void optionalFieldsAreNotReportedAsMissing() {
    assertEquals(List.of(), Requirements.missing(task("").details(), Set.of()));
  }

  @Test
  void missingFieldsAreIncompletenessAndDuplicateIdIsNot() {
    Requirements.missing(task("").details(), Policy.REQUIRED)
        .forEach(reason -> assertEquals(true, reason.isIncompleteness()));
    assertEquals(false, Reason.DUPLICATE_ID.isIncompleteness());
  }
}
