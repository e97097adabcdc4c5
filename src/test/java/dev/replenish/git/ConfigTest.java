package dev.replenish.git;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.git.setup.ConfigEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Git's configuration, read as {@code git config} reads it. */
class ConfigTest extends GitTest {

  private String value(String key) {
    List<ConfigEntry> all =
        open().config("replenish").stream().filter(e -> e.key().equals(key)).toList();
    return all.isEmpty() ? "none" : all.get(all.size() - 1).value();
  }

  private Path home() {
    return box.root().resolveSibling("home");
  }

  @Test
  void filesAreReadInOrderWithTheirOrigin() throws IOException {
    Files.writeString(tmp.resolve("system"), "[replenish]\n\tbatchSize = 1\n");
    box.env().remove("GIT_CONFIG_NOSYSTEM");
    box.env().put("GIT_CONFIG_SYSTEM", tmp.toRealPath().resolve("system").toString());
    Files.writeString(home().resolve(".gitconfig"), "[Replenish]\n\tBatchSize = 2\n");
    Files.createDirectories(home().resolve(".config/git"));
    Files.writeString(home().resolve(".config/git/config"), "[replenish]\n\tbatchSize = 3\n");
    box.git("config", "replenish.batchSize", "4");
    box.git("config", "extensions.worktreeConfig", "true");
    box.git("config", "--worktree", "replenish.batchSize", "5");
    box.env().put("GIT_CONFIG_COUNT", "1");
    box.env().put("GIT_CONFIG_KEY_0", "replenish.batchsize");
    box.env().put("GIT_CONFIG_VALUE_0", "6");
    List<ConfigEntry> all = open().config("replenish");
    assertEquals(
        List.of("1", "3", "2", "4", "5", "6"), all.stream().map(ConfigEntry::value).toList());
    assertEquals("batchsize", all.get(0).key());
    assertEquals("system (" + tmp.toRealPath().resolve("system") + ")", all.get(0).origin());
    assertEquals("global (" + home().resolve(".gitconfig") + ")", all.get(2).origin());
    assertEquals("local (" + box.root().resolve(".git/config") + ")", all.get(3).origin());
    assertEquals(
        "worktree (" + box.root().resolve(".git/config.worktree") + ")", all.get(4).origin());
    assertEquals("command line", all.get(5).origin());
    assertEquals("6\n", box.git("config", "replenish.batchSize"));
  }

  @Test
  void otherGlobalFileReplacesTheUsersOwn() throws IOException {
    Files.writeString(home().resolve(".gitconfig"), "[replenish]\n\tboard = a\n");
    Files.writeString(tmp.resolve("other"), "[replenish]\n\tselect = b\n");
    box.env().put("GIT_CONFIG_GLOBAL", tmp.toRealPath().resolve("other").toString());
    assertEquals("none", value("board"));
    assertEquals("b", value("select"));
  }

  @Test
  void configParametersAreRead() {
    box.env()
        .put(
            "GIT_CONFIG_PARAMETERS",
            "'replenish.todo'='it'\\''s' 'replenish.board=x' 'replenish.require'");
    assertEquals("it's", value("todo"));
    assertEquals("x", value("board"));
    assertEquals("true", value("require"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[replenish]\nboard = plain value  \n",
        "[replenish]\nboard = \"  kept  \"  # comment\n",
        "[replenish]\nboard = a \"b ; c\" d ; comment\n",
        "[replenish]\nboard = tab\\tquote\\\"back\\\\slash\n",
        "[replenish]\nboard = one \\\n  two\n",
        "[replenish] board = same line\n",
        "# c\n; c\n[replenish]\r\n\tboard = crlf\r\n",
        "\ufeff[replenish]\nboard = bom\n",
        "[replenish]\nboard\n",
        "[replenish]\nboard =\n",
        "lost = 1\n[replenish]\nboard = variable before any section\n",
        "[REPLENISH]\nBOARD = case\n",
        "[replenish]\nboard = a\n[replenish]\nboard = b\n",
        "[replenish]\nboard = no final newline",
        "[other \"sub \\\" \\\\ x\"]\na = b\n[replenish]\nboard = after subsection\n",
      })
  void syntaxIsReadAsGitReadsIt(String text) throws IOException {
    Files.writeString(home().resolve(".gitconfig"), text);
    String byGit = box.git("config", "replenish.board");
    String byReplenish = value("board");
    // git prints an empty line for a variable without value
    assertEquals(
        byGit.equals("\n") && byReplenish.equals("true") ? "true" : strip(byGit), byReplenish);
  }

  private static String strip(String line) {
    return line.substring(0, line.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[replenish\n", "[replenish]\n_x = y\n", "[replenish]\nboard = \"open\n",
        "[replenish]\nboard = bad\\q\n", "[replenish \"x\ny\"]\n", "[replenish]\nboard ! x\n"
      })
  void syntaxThatGitRefusesIsRefused(String text) throws IOException {
    Files.writeString(home().resolve(".gitconfig"), text);
    assertTrue(1 < box.tryGit("config", "replenish.board").code());
    assertContains(
        "bad Git configuration in line", refused(REPOSITORY_STATE, this::open).message());
  }

  @Test
  void includesAreFollowedInPlace() throws IOException {
    Files.writeString(
        home().resolve(".gitconfig"),
        "[replenish]\n"
            + "board = before\n"
            + "[include]\n"
            + "path = more/inc\n"
            + "path = ~/tilde\n"
            + "path = missing\n");
    Files.createDirectories(home().resolve("more"));
    Files.writeString(
        home().resolve("more/inc"), "[replenish]\nboard = included\n[include]\npath = deeper\n");
    Files.writeString(home().resolve("more/deeper"), "[replenish]\nselect = deep\n");
    Files.writeString(home().resolve("tilde"), "[replenish]\ntodo = home\n");
    assertEquals("included", value("board"));
    assertEquals("deep", value("select"));
    assertEquals("home", value("todo"));
    assertEquals(
        "global (" + home().resolve("more/inc") + ")", open().config("replenish").get(1).origin());
  }

  @Test
  void cyclicIncludesAreRefused() throws IOException {
    Files.writeString(home().resolve(".gitconfig"), "[include]\npath = .gitconfig\n");
    refused(REPOSITORY_STATE, this::open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitdir:~/../repo/",
        "gitdir:~/../repo/.git",
        "gitdir:repo/",
        "gitdir:**/repo/**",
        "gitdir:./../repo/",
        "gitdir:other/",
        "gitdir:REPO/",
        "gitdir/i:REPO/",
        "gitdir:re*/",
        "onbranch:main",
        "onbranch:m*",
        "onbranch:topic/",
        "onbranch:other",
        "gitdir:",
        "hasconfig:remote.*.url:https://example.com/**",
        "hasconfig:remote.*.url:https://other/**"
      })
  void conditionsAreEvaluatedAsGitEvaluatesThem(String condition) throws IOException {
    box.git("remote", "add", "origin", "https://example.com/a/b.git");
    String named = condition.replace("~/../repo", box.root().toString());
    Files.writeString(home().resolve(".gitconfig"), "[includeIf \"" + named + "\"]\npath = inc\n");
    Files.writeString(home().resolve("inc"), "[replenish]\nboard = yes\n");
    boolean byGit = box.tryGit("config", "replenish.board").code() == 0;
    assertEquals(byGit ? "yes" : "none", value("board"), condition);
  }

  /** The folder is reached by a link that only the shell knows, in PWD. */
  @ParameterizedTest
  @CsvSource({
    "gitdir:LINK/repo/, LINK/repo, ''",
    "gitdir:LINK/repo/.git, LINK/repo, ''",
    "gitdir:LINK/repo/.git, LINK/repo/src, src",
    "gitdir:LINK/repo/.git, LINK/repo, src",
    "gitdir:LINK/repo/.git, /, ''",
    "gitdir:LINK/repo/.git, nowhere, ''",
    "gitdir:LINK/repo/.git, /no/such/folder, ''",
    "gitdir:REAL/repo/.git, LINK/repo, ''",
    "gitdir:link/**, LINK/repo, ''",
    "gitdir:LINK/, LINK/repo, ''",
    "gitdir/i:LINK/REPO/, LINK/repo, ''",
    "gitdir:LINK/REPO/, LINK/repo, ''",
    "gitdir:LINK/bare/, LINK/bare, ../bare",
    "gitdir:LINK/bare, LINK/bare, ../bare",
    "gitdir:LINK/bare/, LINK/bare/refs, ../bare/refs",
    "gitdir:LINK/side/.git, LINK/side, ../side"
  })
  void conditionsMatchThePathInPwd(String condition, String pwd, String folder) throws IOException {
    Path real = box.root().getParent();
    Path link = real.resolve("link");
    Files.createSymbolicLink(link, real);
    box.git("clone", "-q", "--bare", ".", "../bare");
    box.git("worktree", "add", "-q", "../side");
    String named = condition.replace("LINK", link.toString()).replace("REAL", real.toString());
    Files.writeString(home().resolve(".gitconfig"), "[includeIf \"" + named + "\"]\npath = inc\n");
    Files.writeString(home().resolve("inc"), "[replenish]\nboard = yes\n");
    box.env().put("PWD", pwd.replace("LINK", link.toString()));
    assertAsGit(box.root().resolve(folder).normalize());
  }

  /** GIT_DIR is also matched as it is written. */
  @ParameterizedTest
  @ValueSource(strings = {"LINK/repo/.git", "../link/repo/.git", ".git"})
  void conditionsMatchTheNamedGitDirectory(String named) throws IOException {
    Path link = box.root().resolveSibling("link");
    Files.createSymbolicLink(link, link.getParent());
    Files.writeString(
        home().resolve(".gitconfig"), "[includeIf \"gitdir:" + link + "/\"]\npath = inc\n");
    Files.writeString(home().resolve("inc"), "[replenish]\nboard = yes\n");
    box.env().put("GIT_DIR", named.replace("LINK", link.toString()));
    assertAsGit(box.root());
  }

  @Test
  void folderOfARelativeConditionIsNoPattern() throws IOException {
    GitSandbox odd = GitSandbox.create(tmp, "[a]*");
    Files.writeString(
        odd.root().resolve(".git/config"),
        "[includeIf \"gitdir:./\"]\npath = inc\n[includeIf \"gitdir:./../\"]\npath = inc\n",
        StandardOpenOption.APPEND);
    Files.writeString(odd.root().resolve(".git/inc"), "[replenish]\nboard = yes\n");
    assertAsGit(odd.root());
  }

  private void assertAsGit(Path folder) {
    boolean byGit = box.at(folder).tryGit("config", "replenish.board").code() == 0;
    try (Repo repo = open(folder)) {
      List<String> byReplenish = repo.config("replenish").stream().map(ConfigEntry::value).toList();
      assertEquals(byGit ? List.of("yes") : List.of(), byReplenish);
    }
  }

  @Test
  void conditionsMatchTheHomeFolder() throws IOException {
    GitSandbox inHome = box.at(Files.createDirectories(home().resolve("work/x")));
    inHome.git("init", "-q");
    Files.writeString(home().resolve(".gitconfig"), "[includeIf \"gitdir:~/work/\"]\npath = inc\n");
    Files.writeString(home().resolve("inc"), "[replenish]\nboard = work\n");
    assertEquals("work", open(inHome.root()).config("replenish").get(0).value());
    assertEquals("none", value("board"));
  }

  @Test
  void conditionMatchesABranchByItsFolder() throws IOException {
    box.git("switch", "-q", "-c", "topic/a/b");
    Files.writeString(
        home().resolve(".gitconfig"), "[includeIf \"onbranch:topic/\"]\npath = inc\n");
    Files.writeString(home().resolve("inc"), "[replenish]\nboard = yes\n");
    assertEquals("yes", value("board"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "GIT_CONFIG_COUNT"})
  void invalidCountInTheEnvironmentIsRefused(String count) {
    box.env().put("GIT_CONFIG_COUNT", count);
    refused(ErrorCode.USAGE, this::open);
  }
}
