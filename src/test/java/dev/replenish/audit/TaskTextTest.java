package dev.replenish.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts are versions of the same task. */
class TaskTextTest {
  private static final String LINES =
      "1. Fill the kettle first\n2. Wait until it sings\n3. Pour it over the leaves\n";

  private static TaskText task(String id, String title, String body) {
    return TaskText.of(
        id,
        title,
        "## task_begin\n### # [id:" + id + "][type:dev] " + title + "\n" + body + "## task_end\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Set the tide clock, Set the tide clok, true",
    "Set the tide clock, Set the tide clock again, true",
    "Boil, Boil it, true",
    "Set the tide clock, SET THE TIDE CLOCK!, true",
    "Set the tide clock, Wash the lorry, false",
    "Set the tide clock, '', false"
  })
  void similarTitlesSufficeUnderTheSameId(String one, String other, boolean same) {
    TaskText before = task("A-1", one, "");
    TaskText after = task("A-1", other, "**Component:** harbour\n");
    assertEquals(same, before.isSameTask(after));
    assertEquals(same, after.isSameTask(before));
  }

  @Test
  void halfOfTheLinesOfTheShorterTextSuffice() {
    TaskText before = task("A-1", "Boil", LINES);
    String kept = "1. Fill the kettle first\n2. Wait for the steam\n";
    assertTrue(before.isSameTask(task("A-1", "Something else", kept)));
    String none = "1. Look for a cup\n2. Wait for the steam\n3. Take the sugar away\n";
    assertFalse(before.isSameTask(task("A-1", "Something else", none)));
  }

  @Test
  void titlesOrLinesMustBeEqualUnderAnotherId() {
    TaskText before = task("A-1", "Boil the water", LINES);
    assertTrue(before.isSameTask(task("A-2", "Boil the  water", "")));
    assertFalse(before.isSameTask(task("A-2", "Boil the waters", "")));
    assertTrue(before.isSameTask(task("A-2", "Tea", LINES)));
    assertFalse(before.isSameTask(task("A-2", "Tea", LINES + LINES.replace(". ", ". Never "))));
  }

  @Test
  void fieldsAndShortLinesAreIgnored() {
    String fields =
        "**Status:** todo\n**Estimated Effort:** two whole days\n**Plan:**\n1. Boil\n2. Pour it\n"
            + "**Relevant Documentation:** see the tea handbook\n";
    assertEquals(0, task("A-1", "Boil", fields).size());
    assertFalse(task("A-1", "Boil", fields).isSameTask(task("A-1", "Wash the lorry", fields)));
  }

  @Test
  void statusLineEndsAndMarkupAreIgnored() {
    TaskText before = task("A-1", "Boil", "**Status:** todo\n" + LINES);
    TaskText after = task("A-1", "Boil", ("**Status:** done\n" + LINES).replace("\n", "\r\n"));
    assertTrue(before.hasTextOf(after));
    TaskText marked = task("A-1", "Boil", LINES.replace("Fill the", "**Fill** the"));
    assertEquals(0, before.linesMissingIn(marked));
  }

  @Test
  void pageHoldsATaskIfItHasItsTitleAndHalfOfItsLines() {
    TaskText task = task("A-1", "Boil the water", LINES);
    String half = "# Later\n\nBoil the water\n\n- Fill the kettle first\n- Wait until it sings\n";
    assertTrue(task.isHeldBy(new TaskText.Page(half)));
    assertFalse(task.isHeldBy(new TaskText.Page(half.replace("Boil the water", "Boil"))));
    assertFalse(task.isHeldBy(new TaskText.Page("# Later\n\nBoil the water\n")));
    assertFalse(task("A-1", "", LINES).isHeldBy(new TaskText.Page(half)));
  }

  @Test
  void textsWithoutBlanksAreCompared() {
    TaskText before = task("A-1", "茶", "1. まずやかんに水を入れてください\n");
    assertEquals(1, before.size());
    assertTrue(before.isSameTask(task("A-2", "別", "1. まずやかんに水を入れてください\n")));
  }
}
