package dev.replenish.git;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.board.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository of another user is opened only if the current user trusts it. */
class OwnerTest extends GitTest {

  @BeforeEach
  void assumeAnotherOwner() {
    box.env().put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  }

  private void trust(String... values) throws IOException {
    StringBuilder text = new StringBuilder("[safe]\n");
    for (String value : values) {
      text.append("directory = ").append(value).append('\n');
    }
    Files.writeString(box.root().resolveSibling("home").resolve(".gitconfig"), text);
  }

  private void assertTrustedAsByGit(boolean trusted) {
    assertEquals(trusted, box.tryGit("rev-parse", "HEAD").code() == 0);
    if (trusted) {
      open().close();
    } else {
      refused(REPOSITORY_STATE, this::open);
    }
  }

  @Test
  void foreignRepositoryIsRefusedWithTheCommandToTrustIt() {
    Problem problem = refused(REPOSITORY_STATE, this::open);
    assertContains("belongs to another user", problem.message());
    assertContains("safe.directory '" + box.root() + "'", problem.next());
  }

  @Test
  void repositoryIsTrustedByItsPath() throws IOException {
    trust(box.root().toString());
    assertTrustedAsByGit(true);
  }

  @Test
  void repositoryIsTrustedByAStar() throws IOException {
    trust("*");
    assertTrustedAsByGit(true);
  }

  @Test
  void repositoryIsTrustedBelowAFolder() throws IOException {
    trust(box.root().getParent() + "/*"); // since Git 2.46
    open().close();
  }

  @Test
  void repositoryIsNotTrustedByAnotherPath() throws IOException {
    trust(box.root().resolve("src").toString(), box.root().getParent().toString());
    assertTrustedAsByGit(false);
  }

  @Test
  void emptyValueResetsTheValuesBefore() throws IOException {
    trust("*", "");
    assertTrustedAsByGit(false);
  }

  @Test
  void repositoryCannotTrustItself() throws IOException {
    Files.writeString(
        box.root().resolve(".git/config"), "[safe]\n\tdirectory = *\n", StandardOpenOption.APPEND);
    assertTrustedAsByGit(false);
  }

  @Test
  void environmentCanTrustARepository() {
    box.env().put("GIT_CONFIG_COUNT", "1");
    box.env().put("GIT_CONFIG_KEY_0", "safe.directory");
    box.env().put("GIT_CONFIG_VALUE_0", box.root().toString());
    open().close();
  }

  @Test
  void namedRepositoryIsTrusted() {
    box.env().put("GIT_DIR", box.root().resolve(".git").toString());
    assertTrustedAsByGit(true);
  }

  @Test
  void bareRepositoryIsTrustedByItsOwnPath() throws IOException {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.env().remove("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    assumeAnotherOwner();
    refused(REPOSITORY_STATE, () -> open(bare));
    trust(bare.toString());
    open(bare).close();
  }

  @Test
  void bareRepositoryMustBeNamedIfSoConfigured() throws IOException {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.env().remove("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    Files.writeString(
        box.root().resolveSibling("home").resolve(".gitconfig"),
        "[safe]\nbareRepository = explicit\n");
    assertContains("GIT_DIR=", refused(REPOSITORY_STATE, () -> open(bare)).next());
    box.env().put("GIT_DIR", bare.toString());
    open(bare).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {".git", "."})
  void realOwnersAreCompared(String part) throws IOException {
    box.env().remove("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    open().close();
    Path path = box.root().resolve(part).normalize();
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "only root can give files away");
    Files.setAttribute(path, "unix:uid", 12345);
    assertTrustedAsByGit(false);
    box.env().put("SUDO_UID", "12345");
    open().close();
  }
}
