package dev.replenish.git.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which formats of a repository are refused, and with which advice. */
class FormatGuardTest extends BareFolderTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "\" 1 \""})
  void knownVersionsAreAccepted(String version) {
    repositoryConfig("[core]\n\trepositoryformatversion = " + version + "\n");
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void missingVersionIsAccepted() {
    repositoryConfig("[core]\n\tbare = false\n");
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void newerVersionIsRefused() {
    repositoryConfig("[core]\n\trepositoryformatversion = 2\n");
    assertRefused(
        "the repository has format version 2; only 0 and 1 are supported",
        "Use git itself here, or clone into a repository of format version 1.");
  }

  @Test
  void versionThatIsNoNumberIsRefused() {
    repositoryConfig("[core]\n\trepositoryformatversion = new\n");
    assertRefused(
        "core.repositoryFormatVersion is not a number: new",
        "Correct the repository's config file.");
  }

  @ParameterizedTest
  @CsvSource({
    "noop,1",
    "noop-v1,1",
    "preciousObjects,true",
    "partialClone,origin",
    "worktreeConfig,true",
    "relativeWorktrees,true",
    "submodulePathConfig,true",
    "objectFormat,SHA1",
    "refStorage,Files"
  })
  void harmlessExtensionsAreAccepted(String name, String value) {
    repositoryConfig("[extensions]\n\t" + name + " = " + value + "\n");
    assertEquals(Optional.empty(), refusal());
  }

  @ParameterizedTest
  @CsvSource({
    "refstorage,reftable,Convert it with `git refs migrate --ref-format=files`.",
    "objectformat,sha256,Use a repository with the sha1 object format.",
    "future,1,'Use git itself here, or a clone without this extension.'"
  })
  void unsupportedExtensionsAreRefused(String name, String value, String next) {
    repositoryConfig("[extensions]\n\t" + name + " = " + value + "\n");
    assertRefused(
        "the repository uses extensions." + name + "=" + value + ", which is not supported", next);
  }

  @Test
  void extensionsInTheUsersSettingsAreIgnored() {
    userConfig("[extensions]\n\tobjectformat = sha256\n");
    assertEquals(Optional.empty(), refusal());
  }
}
