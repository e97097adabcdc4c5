package dev.replenish.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.FieldName;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.plan.FileNames;
import dev.replenish.rules.Archiving;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.SelectionRule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from the five places, in order of precedence. */
class SettingsTest {
  private static final List<ConfigEntry> NONE = List.of();

  private static List<ConfigEntry> entry(String key, String value) {
    return List.of(new ConfigEntry(key, value, "somewhere"));
  }

  private static Settings env(String name, String value) {
    return new Settings(Map.of(), Map.of(name, value), NONE, NONE);
  }

  private static void assertSetting(String value, Setting.Place place, Setting setting) {
    assertEquals(value, setting.value());
    assertEquals(place, setting.place());
  }

  @Test
  void eachPlaceTakesPrecedenceOverNext() {
    Map<SettingKey, String> flag = Map.of(SettingKey.BATCH_SIZE, "1");
    Map<String, String> variable = Map.of("REPLENISH_BATCH_SIZE", "2");
    List<ConfigEntry> git = entry("batchsize", "3");
    List<ConfigEntry> file = entry("batchsize", "4");
    SettingKey key = SettingKey.BATCH_SIZE;
    assertSetting("1", Setting.Place.FLAG, new Settings(flag, variable, git, file).get(key));
    assertSetting(
        "2", Setting.Place.ENVIRONMENT, new Settings(Map.of(), variable, git, file).get(key));
    assertSetting(
        "3", Setting.Place.GIT_CONFIG, new Settings(Map.of(), Map.of(), git, file).get(key));
    assertSetting("4", Setting.Place.FILE, new Settings(Map.of(), Map.of(), NONE, file).get(key));
    assertSetting(
        "5", Setting.Place.DEFAULT, new Settings(Map.of(), Map.of(), NONE, NONE).get(key));
  }

  @Test
  void invalidFileNameIsRefusedInEveryPlace() {
    String name = ".gitattributes";
    for (Executable settings :
        List.<Executable>of(
            () -> new Settings(Map.of(SettingKey.TODO, name), Map.of(), NONE, NONE),
            () -> env("REPLENISH_TODO", name),
            () -> new Settings(Map.of(), Map.of(), entry("todo", name), NONE),
            () -> new Settings(Map.of(), Map.of(), NONE, entry("todo", name)))) {
      Problem problem = assertThrows(ProblemException.class, settings).problem();
      assertEquals(ErrorCode.USAGE, problem.code());
      assertTrue(problem.message().startsWith("todo can't be '.gitattributes'"), problem.message());
    }
  }

  @Test
  void equalFileNamesAreReportedWithBothSettings() {
    List<ConfigEntry> file =
        List.of(
            new ConfigEntry("index", "Notes.md", ".replenish"),
            new ConfigEntry("todo", "notes.md", ".replenish"));
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> new Settings(Map.of(), Map.of(), NONE, file));
    assertEquals("index can't be 'Notes.md' (.replenish)", refusal.problem().message());
    assertEquals(
        "Give it a name that no other file has; todo is 'notes.md'.", refusal.problem().next());
  }

  @ParameterizedTest
  @CsvSource({
    "backlog, backlog.md",
    "todo, .tasks/TODO.md",
    "todo, docs/now.markdown",
    "index, gitignored.md",
    "archive, README.md",
    "archiveFile, TODO-done.md",
  })
  void validFileNamesAreAccepted(String key, String value) {
    List<ConfigEntry> file = entry(key.toLowerCase(Locale.ROOT), value);
    FileNames names = new Settings(Map.of(), Map.of(), NONE, file).files();
    assertTrue(names.all().contains(value), names.toString());
  }

  @Test
  void archiveMayBeKeywordOrFile() {
    assertEquals(Archiving.AUTO, new Settings(Map.of(), Map.of(), NONE, NONE).archiving());
    assertEquals(Archiving.NEVER, env("REPLENISH_ARCHIVE", "Never").archiving());
    assertEquals("ARCHIVE.md", env("REPLENISH_ARCHIVE", "always").files().archive());
    assertEquals("old/a.md", env("REPLENISH_ARCHIVE_FILE", "old/a.md").files().archive());
    Settings file = env("REPLENISH_ARCHIVE", "DONE.md");
    assertEquals("DONE.md", file.files().archive());
    assertEquals(Archiving.AUTO, file.archiving());
    ProblemException typo =
        assertThrows(ProblemException.class, () -> env("REPLENISH_ARCHIVE", "alway"));
    assertEquals(ErrorCode.USAGE, typo.problem().code());
    assertTrue(typo.problem().next().contains("'always'"), typo.problem().next());
  }

  @Test
  void defaultsAreThoseOfPolicy() {
    Settings settings = new Settings(Map.of(), Map.of(), NONE, NONE);
    assertEquals(Policy.DEFAULT, settings.policy(BatchFilter.NONE));
  }

  @Test
  void variablesWorkWithAndWithoutUnderscores() {
    assertEquals(2, env("REPLENISH_BATCHSIZE", "2").policy(BatchFilter.NONE).batchSize());
    assertEquals(2, env("REPLENISH_BATCH_SIZE", "2").policy(BatchFilter.NONE).batchSize());
    assertTrue(env("REPLENISH_ONINCOMPLETE", "stop").policy(BatchFilter.NONE).stopAtIncomplete());
  }

  @Test
  void emptyVariableIsIgnored() {
    assertEquals(5, env("REPLENISH_BATCH_SIZE", "").policy(BatchFilter.NONE).batchSize());
  }

  @Test
  void boardsOfOnePlaceAddUpAndReplaceThoseOfWeakerPlaces() {
    List<ConfigEntry> git =
        List.of(new ConfigEntry("board", "a", "git"), new ConfigEntry("board", "b", "git"));
    Settings settings = new Settings(Map.of(), Map.of(), git, entry("board", "c"));
    assertEquals(List.of("a", "b"), settings.boards());
  }

  @Test
  void requiredFieldsMayBeListOrNone() {
    Policy policy = env("REPLENISH_REQUIRE", "plan, effort").policy(BatchFilter.NONE);
    assertEquals(Set.of(FieldName.PLAN, FieldName.EFFORT), policy.require());
    assertEquals(Set.of(), env("REPLENISH_REQUIRE", "none").policy(BatchFilter.NONE).require());
  }

  @Test
  void booleansAreWrittenAsInGitAndWordsInAnyCase() {
    assertTrue(env("REPLENISH_AUDIT_COMMENT", "on").policy(BatchFilter.NONE).auditComment());
    assertEquals(
        SelectionRule.LISTED, env("REPLENISH_SELECT", "Listed").policy(BatchFilter.NONE).select());
  }

  @Test
  void lockTimeoutIsLongerInGitHubActions() {
    assertEquals(Duration.ofSeconds(10), env("X", "y").lockTimeout());
    assertEquals(Duration.ofSeconds(30), env("GITHUB_ACTIONS", "true").lockTimeout());
    assertEquals(Duration.ZERO, env("REPLENISH_LOCK_TIMEOUT", "0").lockTimeout());
    assertEquals(Duration.ofSeconds(7), env("REPLENISH_LOCKTIMEOUT", "7").lockTimeout());
  }

  @ParameterizedTest
  @CsvSource({
    "batchSize, 0",
    "batchSize, 6",
    "batchSize, many",
    "select, first",
    "onIncomplete, maybe",
    "require, plan;effort",
    "dependencies, perhaps",
    "auditComment, sometimes",
    "lockTimeout, soon",
    "lockTimeout, -1",
    "lockTimeout, 10000",
    "todo, ../TODO.md",
    "todo, /etc/TODO.md",
    "todo, .git/TODO.md",
    "backlog, a//b.md",
    "btachSize, 3",
    "todo, .replenish",
    "todo, .Replenish",
    "todo, REPLEN~1",
    "index, .gitattributes",
    "index, .gitIgnore",
    "archiveFile, .gitmodules",
    "archive, .mailmap",
    "backlog, .github/workflows/ci.md",
    "todo, .GIT/TODO.md",
    "todo, git~1/TODO.md",
    "todo, GITATT~1",
    "todo, gi7eba~1",
    "todo, .g\u200Cit/hooks/TODO.md",
    "todo, '.git /TODO.md'",
    "todo, .git::$INDEX_ALLOCATION/TODO.md",
    "todo, TODO.md:stream",
    "todo, TODO.md.",
    "todo, docs/CODEOWNERS",
    "todo, workflows/ci.yml",
    "todo, BACKLOG.md",
    "todo, backlog.MD",
    "backlog, TODO.md",
    "archiveFile, Todo.md",
    "archive, task_index.md",
    "index, BACKLOG.md/index.md",
    "backlog, TODO.md/all.md",
  })
  void invalidSettingIsRefused(String key, String value) {
    List<ConfigEntry> file = entry(key.toLowerCase(Locale.ROOT), value);
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> new Settings(Map.of(), Map.of(), NONE, file));
    assertEquals(ErrorCode.USAGE, refusal.problem().code());
  }
}
