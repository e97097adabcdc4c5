package dev.replenish.git;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.index.IndexBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats of repositories, indexes and files that can't be written safely. */
class FormatTest extends GitTest {

  @Test
  void sha256RepositoryIsRefused() {
    GitSandbox other = GitSandbox.create(tmp, "sha256", "--object-format=sha256");
    other.commitAll("begin");
    Problem problem = refused(REPOSITORY_STATE, () -> open(other.root()));
    assertContains("objectformat=sha256", problem.message());
  }

  @ParameterizedTest
  @CsvSource({
    "refstorage,reftable",
    "objectformat,sha256",
    "compatobjectformat,sha256",
    "future,1"
  })
  void unsupportedExtensionsAreRefused(String name, String value) {
    box.git("config", "core.repositoryformatversion", "1");
    box.git("config", "extensions." + name, value);
    assertContains("extensions." + name, refused(REPOSITORY_STATE, this::open).message());
  }

  @ParameterizedTest
  @CsvSource({"noop,1", "preciousObjects,true", "worktreeConfig,true", "objectFormat,sha1"})
  void harmlessExtensionsAreAccepted(String name, String value) throws IOException {
    box.git("config", "core.repositoryformatversion", "1");
    box.git("config", "extensions." + name, value);
    replenish();
    assertHealthy();
  }

  @Test
  void newerFormatVersionIsRefused() {
    box.git("config", "core.repositoryformatversion", "2");
    assertContains("format version 2", refused(REPOSITORY_STATE, this::open).message());
  }

  @Test
  void splitIndexIsRefused() throws IOException {
    box.git("update-index", "--split-index");
    Problem problem = refusedByCheckAndRun(REPOSITORY_STATE);
    assertContains("the index is split", problem.message());
    box.git("update-index", "--no-split-index");
    replenish();
    assertHealthy();
  }

  @Test
  void sparseIndexIsRefused() throws IOException {
    box.write("far/away.txt", "x").commitAll("more");
    box.git("sparse-checkout", "set", "--cone", "--sparse-index", "src");
    assertContains("the index is sparse", refusedByCheckAndRun(REPOSITORY_STATE).message());
    box.git("sparse-checkout", "reapply", "--no-sparse-index");
    replenish();
    assertHealthy();
  }

  @Test
  void unknownMandatoryIndexExtensionIsRefused() throws IOException {
    addIndexExtension("what");
    assertContains("unknown extension 'what'", refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void unknownOptionalIndexExtensionIsAccepted() throws IOException {
    addIndexExtension("WHAT");
    replenish();
    assertHealthy();
  }

  private void addIndexExtension(String name) throws IOException {
    Path index = box.root().resolve(".git/index");
    byte[] old = Files.readAllBytes(index);
    ByteBuffer bytes = ByteBuffer.allocate(old.length + 12);
    bytes.put(old, 0, old.length - 20).put(name.getBytes()).putInt(4).putInt(7);
    bytes.put(IndexBytes.sha1(bytes.array(), old.length - 8));
    Files.write(index, bytes.array());
  }

  @Test
  void newerIndexVersionIsRefused() throws IOException {
    Path index = box.root().resolve(".git/index");
    byte[] bytes = Files.readAllBytes(index);
    bytes[7] = 5;
    Files.write(index, bytes);
    refused(REPOSITORY_STATE, () -> replenish());
  }

  @Test
  void damagedIndexIsRefused() throws IOException {
    Path index = box.root().resolve(".git/index");
    byte[] bytes = Files.readAllBytes(index);
    bytes[80]++;
    Files.write(index, bytes);
    assertContains("damaged", refused(REPOSITORY_STATE, () -> replenish()).message());
    Files.write(index, new byte[3]);
    assertContains("damaged", refused(REPOSITORY_STATE, () -> replenish()).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter=lfs", "ident", "working-tree-encoding=UTF-16"})
  void conversionsThatNeedGitAreRefused(String attribute) throws IOException {
    box.write(".gitattributes", "*.md " + attribute + "\n").git("add", ".gitattributes");
    box.git("commit", "-q", "-m", "attributes");
    assertContains(attribute, refusedByCheckAndRun(REPOSITORY_STATE).message());
  }

  @Test
  void invalidConfigurationIsRefused() throws IOException {
    Files.writeString(box.root().resolve(".git/config"), "[core\n");
    assertContains("line 1", refused(REPOSITORY_STATE, this::open).message());
  }

  @Test
  void fileInPlaceOfAFolderIsRefused() {
    refused(
        ErrorCode.INVALID_DOCUMENT,
        () -> {
          try (Repo repo = open();
              CommitSession session = repo.begin(Optional.empty())) {
            session.commit(List.of(change("TODO.md/TODO.md", "x")), MESSAGE, author());
          }
        });
  }
}
