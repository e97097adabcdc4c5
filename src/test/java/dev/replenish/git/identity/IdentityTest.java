package dev.replenish.git.identity;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static dev.replenish.board.ErrorCode.USAGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Problem;
import dev.replenish.git.CommitSession;
import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The author, the committer and the dates of a commit. */
class IdentityTest extends GitTest {

  @BeforeEach
  void forgetIdentity() {
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      box.env().remove("GIT_" + role + "_NAME");
      box.env().remove("GIT_" + role + "_EMAIL");
    }
  }

  private String authorAndCommitterOfACommit() {
    replenish();
    return box.git("log", "-1", "--format=%an <%ae> %cn <%ce>").strip();
  }

  private void writeGlobalConfig(String text) throws IOException {
    Files.writeString(box.root().resolveSibling("home").resolve(".gitconfig"), text);
  }

  @Test
  void missingIdentityIsRefusedWithTheCommandsToRun() {
    Problem problem = refused(REPOSITORY_STATE, () -> replenish());
    assertContains("no name is set for the author", problem.message());
    assertContains("git config user.name", problem.next());
  }

  @Test
  void nameWithoutAnEmailAddressIsRefused() throws IOException {
    writeGlobalConfig("[user]\nname = Ana\n");
    assertContains("no e-mail address", refused(REPOSITORY_STATE, () -> replenish()).message());
  }

  @Test
  void identityIsReadFromTheGlobalFile() throws IOException {
    writeGlobalConfig("[user]\nname = Ana\nemail = ana@home\n");
    assertEquals("Ana <ana@home> Ana <ana@home>", authorAndCommitterOfACommit());
  }

  @Test
  void authorAndCommitterHaveTheirOwnSettings() throws IOException {
    writeGlobalConfig(
        "[user]\nname = U\nemail = u@x\n[author]\nname = A\nemail = a@x\n[committer]\nname = C\n");
    assertEquals("A <a@x> C <u@x>", authorAndCommitterOfACommit());
  }

  @Test
  void environmentOverridesTheConfiguration() throws IOException {
    writeGlobalConfig("[user]\nname = U\nemail = u@x\n");
    box.env().put("GIT_AUTHOR_NAME", "Env");
    box.env().put("GIT_COMMITTER_EMAIL", "env@x");
    assertEquals("Env <u@x> U <env@x>", authorAndCommitterOfACommit());
  }

  @Test
  void emailVariableIsUsedUnlessUseConfigOnlyIsSet() throws IOException {
    writeGlobalConfig("[user]\nname = U\n");
    box.env().put("EMAIL", "mail@x");
    assertEquals("U <mail@x> U <mail@x>", authorAndCommitterOfACommit());
    writeGlobalConfig("[user]\nname = U\nuseConfigOnly = true\n");
    refused(
        REPOSITORY_STATE,
        () -> {
          try (Repo repo = open();
              CommitSession session = repo.begin(Optional.empty())) {
            session.commit(List.of(change(TODO, "y")), MESSAGE, author());
          }
        });
  }

  @Test
  void includeForThisFolderIsUsed() throws IOException {
    writeGlobalConfig(
        "[user]\nname = Private\nemail = p@x\n[includeIf \"gitdir:"
            + box.root()
            + "/\"]\npath = work\n");
    Files.writeString(
        box.root().resolveSibling("home").resolve("work"), "[user]\nname = Work\nemail = w@x\n");
    assertEquals("Work <w@x> Work <w@x>", authorAndCommitterOfACommit());
  }

  @Test
  void unknownConditionIsRefusedUnlessTheEnvironmentHasTheIdentity() throws IOException {
    writeGlobalConfig("[user]\nname = U\nemail = u@x\n[includeIf \"moon:full\"]\npath = x\n");
    assertContains("moon:full", refused(REPOSITORY_STATE, () -> replenish()).message());
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      box.env().put("GIT_" + role + "_NAME", "Env");
      box.env().put("GIT_" + role + "_EMAIL", "env@x");
    }
    assertEquals("Env <env@x> Env <env@x>", authorAndCommitterOfACommit());
  }

  @Test
  void otherGlobalFileIsUsed() throws IOException {
    Files.writeString(tmp.resolve("cfg"), "[user]\nname = Other\nemail = o@x\n");
    box.env().put("GIT_CONFIG_GLOBAL", tmp.toRealPath().resolve("cfg").toString());
    assertEquals("Other <o@x> Other <o@x>", authorAndCommitterOfACommit());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ,Ana. ", "A<n>a", "\"Ana B.\"", "Ana\nB", "Jürgen Öz", "a.b", "...x;"})
  void namesAreCleanedAsGitCleansThem(String name) throws IOException {
    writeGlobalConfig("[user]\nemail = u@x\n");
    box.env().put("GIT_AUTHOR_NAME", name);
    box.env().put("GIT_COMMITTER_NAME", name);
    box.git("commit", "-q", "--allow-empty", "-m", "by git");
    String expected = box.git("log", "-1", "--format=%an <%ae> %cn <%ce>").strip();
    assertEquals(expected, authorAndCommitterOfACommit());
  }

  @Test
  void nameOfIgnoredCharactersAloneIsRefused() throws IOException {
    writeGlobalConfig("[user]\nemail = u@x\n");
    box.env().put("GIT_AUTHOR_NAME", " <.> ");
    refused(REPOSITORY_STATE, () -> replenish());
  }

  private void commitBy(String author) {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(
          List.of(change(TODO, "y\n")),
          MESSAGE,
          new AuthorOverride(
              Optional.of(author), ZonedDateTime.parse("2026-02-04T09:30:00+05:30"), true));
    }
  }

  @Test
  void authorOptionOverridesTheConfiguration() throws IOException {
    writeGlobalConfig("[user]\nname = U\nemail = u@x\n");
    commitBy("A U Thor <author@example.com>");
    assertEquals(
        "A U Thor <author@example.com> 2026-02-04T09:30:00+05:30 U <u@x>\n",
        box.git("log", "-1", "--format=%an <%ae> %aI %cn <%ce>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana", "<a@b>", "Ana <a@b> x", "Ana <>", "Ana a@b>", "", "Ana <a@b"})
  void invalidAuthorOptionIsRefused(String author) throws IOException {
    writeGlobalConfig("[user]\nname = U\nemail = u@x\n");
    refused(USAGE, () -> commitBy(author));
  }

  @Test
  void committerDateIsReadFromTheEnvironment() throws IOException {
    writeGlobalConfig("[user]\nname = U\nemail = u@x\n");
    box.env().put("GIT_COMMITTER_DATE", "@1770000000 -0330");
    replenish();
    assertEquals("1770000000 -0330\n", box.git("log", "-1", "--format=%cd", "--date=raw"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@1770193800 +0100",
        "1770193800 -0330",
        "1770193800",
        "@0 +0000",
        "@12 +0000",
        "2026-02-04T09:30:00+01:00",
        "2026-02-04T09:30:00Z",
        "2026-02-04 09:30:00 +0530",
        "2026-02-04T09:30:00.123+0100",
        "2026-02-04 09:30",
        "2026.02.04 09:30:00",
        "Wed, 04 Feb 2026 09:30:00 +0100",
        "Wed Feb 4 09:30:00 2026 +0100",
        "Wed, 4 Feb 2026 09:30:00 GMT",
        "4 February 2026 09:30:00",
        "02/04/2026 09:30:00 +0000",
        "04.02.2026 09:30:00 -0800",
        "2026-02-04T09:30:00+02",
        "2026/02/04 09:30:00"
      })
  void datesAreReadAsGitReadsThem(String date) {
    box.env().put("GIT_AUTHOR_DATE", date);
    box.env().put("GIT_AUTHOR_NAME", "A");
    box.env().put("GIT_AUTHOR_EMAIL", "a@x");
    String actual = new Identity("A", "a@x").at(GitDates.author(Optional.empty(), box.env()));
    assertEquals(box.git("var", "GIT_AUTHOR_IDENT").strip(), actual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC+3",
        "UTC-3",
        "GMT+11",
        "UTC+14",
        "UTC0",
        "EST5",
        "IST-5:30",
        "X+1",
        "+3",
        "-03:00",
        "ABC-1:02:00",
        "<+0545>-5:45",
        ":UTC-2",
        "UTC+3x",
        ""
      })
  void zoneOfTheEnvironmentIsReadAsGitReadsIt(String zone) {
    box.env().put("TZ", zone);
    datesAreReadAsGitReadsThem("2026-02-04 23:30:00");
  }

  @Test
  void dayWithoutATimeBeginsAtMidnight() {
    assertEquals(
        "2026-02-04T00:00Z[UTC]", GitDates.author(Optional.of("2026-02-04"), box.env()).toString());
    box.env().put("TZ", "Europe/Berlin");
    assertEquals(
        "2026-02-04T00:00+01:00[Europe/Berlin]",
        GitDates.author(Optional.of("2026-02-04"), box.env()).toString());
  }

  @Test
  void dateOptionOverridesTheEnvironment() {
    box.env().put("GIT_AUTHOR_DATE", "@1 +0000");
    assertEquals(1, GitDates.author(Optional.empty(), box.env()).toEpochSecond());
    assertEquals(2, GitDates.author(Optional.of("@2 +0000"), box.env()).toEpochSecond());
  }

  @ParameterizedTest
  @CsvSource({"yesterday", "2026-13-01", "2026-02-30", "''", "x", "@", "2026", "25:00", "@1 +9999"})
  void invalidDateIsRefused(String date) {
    refused(USAGE, () -> GitDates.author(Optional.of(date), box.env()));
  }
}
