package dev.replenish.git.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose repositories are opened, and which ones must be named. */
class OwnerGuardTest extends BareFolderTest {

  private void trust(String... values) {
    StringBuilder text = new StringBuilder("[safe]\n");
    for (String value : values) {
      text.append("\tdirectory = ").append(value).append('\n');
    }
    userConfig(text.toString());
  }

  private void assertRefusedAsForeign(Path top) {
    assertRefused(
        top + " belongs to another user",
        "If you trust it, run `git config --global --add safe.directory '" + top + "'`.");
  }

  private void assumeAnotherOwner() {
    env.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  }

  @Test
  void ownRepositoryIsOpened() {
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void foreignRepositoryIsRefused() {
    assumeAnotherOwner();
    assertRefusedAsForeign(root);
  }

  @Test
  void bareRepositoryIsNamedByItsOwnPath() throws IOException {
    root = repository(tmp.toRealPath().resolve("bare.git"));
    assumeAnotherOwner();
    assertRefusedAsForeign(root);
    trust(root.toString());
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void eachPartMustBelongToTheUser() {
    Path missing = root.resolve("missing");
    assertOwn(true, new Discovery(root, gitDir, gitDir, gitDir, root, false));
    assertOwn(false, new Discovery(root, missing, gitDir, gitDir, root, false));
    assertOwn(false, new Discovery(root, gitDir, gitDir, missing, root, false));
    assertOwn(false, new Discovery(root, gitDir, gitDir, gitDir, missing, false));
    assertOwn(true, new Discovery(root, gitDir, gitDir, null, null, false));
    assertOwn(true, new Discovery(root, missing, gitDir, missing, missing, true));
  }

  private void assertOwn(boolean own, Discovery found) {
    OwnerGuard guard = new OwnerGuard(GitConfig.load(found, env), env);
    assertEquals(own, refusal(() -> guard.check(found)).isEmpty());
  }

  @Test
  void userCanTrustARepository() {
    assumeAnotherOwner();
    for (String value : new String[] {root.toString(), "*", root.getParent() + "/*", "/*"}) {
      trust(value);
      assertEquals(Optional.empty(), refusal(), value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere", "work", ".", "", "*\n\tdirectory = "})
  void otherValuesTrustNothing(String value) {
    assumeAnotherOwner();
    trust(value);
    assertRefusedAsForeign(root);
  }

  @Test
  void otherFoldersTrustNothing() {
    assumeAnotherOwner();
    trust(root.getParent().toString(), root.resolve("sub").toString(), root + "/*");
    assertRefusedAsForeign(root);
    trust(root.toString(), root.getParent().resolve("other").toString());
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void repositoryCannotTrustItself() {
    assumeAnotherOwner();
    repositoryConfig("[safe]\n\tdirectory = *\n");
    assertRefusedAsForeign(root);
  }

  @Test
  void namedRepositoryIsTrusted() {
    assumeAnotherOwner();
    env.put("GIT_DIR", gitDir.toString());
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void bareRepositoryMustBeNamedIfSoConfigured() throws IOException {
    root = repository(tmp.toRealPath().resolve("bare.git"));
    assertEquals(Optional.empty(), refusal());
    userConfig("[safe]\n\tbareRepository = Explicit\n");
    assertRefused(
        "safe.bareRepository is 'explicit' and " + root + " is a bare repository",
        "Name it: set GIT_DIR=" + root + ".");
    env.put("GIT_DIR", root.toString());
    assertEquals(Optional.empty(), refusal());
    env.remove("GIT_DIR");
    userConfig("[safe]\n\tbareRepository = explicit\n\tbareRepository = all\n");
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void repositoryOfAWorkTreeNeedsNoName() throws IOException {
    userConfig("[safe]\n\tbareRepository = explicit\n");
    assertEquals(Optional.empty(), refusal());
    root = gitDir;
    assertEquals(Optional.empty(), refusal());
    root = repository(gitDir.resolve("worktrees/other"));
    Files.writeString(root.resolve("commondir"), "../..\n");
    assertEquals(Optional.empty(), refusal());
  }
}
