package dev.replenish.plan.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.plan.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How text is changed on which services would act, and which text stays as it is. */
class InertTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fixes #12 | Fixes # 12",
        "closes owner/repo#5 | closes owner/repo# 5",
        "Resolve: GH-12 | Resolve: GH 12",
        "see !3 and &4 | see ! 3 and & 4",
        "Closes https://github.com/o/r/issues/12 | Closes https://github.com/o/r/issues/ 12",
        "https://gitlab.com/g/p/-/merge_requests/7#note | "
            + "https://gitlab.com/g/p/-/merge_requests/ 7# note",
        "ask @ana or (@tea/pourers) | ask @ ana or (@ tea/pourers)",
        "TEA-1 #comment done #time 1h | TEA-1 # comment done # time 1h",
        "Fixes TEA-12, TEA-13 | Fixes (TEA-12), TEA-13",
        "closing issue tea-1 | closing issue (tea-1)",
        "Fixes T123 | Fixes (T123)",
        "[skip ci] Boil | (skip ci) Boil",
        "Boil [CI Skip] | Boil (CI Skip)",
        "[no ci] [ci-skip] [skip_ci] | (no ci) (ci-skip) (skip_ci)",
        "[skip actions] [actions skip] | (skip actions) (actions skip)",
        "[skip azurepipelines] [CF-Pages-Skip] | (skip azurepipelines) (CF-Pages-Skip)",
        "***NO_CI*** Boil | NO_CI Boil",
        "skip-checks: true | skip-checks = true",
      })
  void visibleChangePreventsActionsOfServices(String text, String inert) {
    assertEquals(inert, InertText.line(text));
    Services.assertNoAction(inert);
    assertEquals(inert, InertText.line(inert), "a second time changes nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Boil water",
        "Fix the kettle, then close the door",
        "Write to ana@example.org",
        "C# and F#, 50 % off & more!",
        "[WIP] Skip the milk [v2] [optional]",
        "# 12 @ 5",
        "TASK-20260204-132 waits",
        "Prefix TEA-1",
        "*bold* **NO**",
        "\u6F22\u5B57 \uD83D\uDE80 na\u00EFve",
      })
  void otherTextIsUnchanged(String text) {
    assertEquals(text, InertText.line(text));
  }

  @Test
  void longRunsOfMarksAreProcessed() {
    String marks = ("[" + "skip ".repeat(20) + "*".repeat(40) + "#@!&").repeat(10_000);
    assertTrue(InertText.line(marks).length() >= marks.length() - 400_000);
  }
}
