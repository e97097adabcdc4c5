package dev.replenish.git.objects;

import static dev.replenish.board.ErrorCode.INVALID_DOCUMENT;
import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Problem;
import dev.replenish.git.CommitSession;
import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import dev.replenish.git.WorkFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads files from a tip and from a work tree. */
class TreeTest extends GitTest {

  private CommitTree tip() {
    return open().tip(Optional.empty());
  }

  private WorkFiles files() {
    return open().workFiles().orElseThrow();
  }

  @Test
  void blobHasTheIdThatGitComputes() {
    Blob blob = tip().read(TODO).orElseThrow();
    assertEquals(box.git("rev-parse", "HEAD:TODO.md").strip(), blob.id());
    assertEquals("zero\n", new String(blob.bytes()));
    assertEquals(blob.id(), files().read(TODO).orElseThrow().id());
    assertEquals("refs/heads/main", tip().branch());
    assertEquals(box.git("rev-parse", "HEAD").strip(), tip().commit());
  }

  @Test
  void missingFileIsEmpty() {
    assertEquals(Optional.empty(), tip().read("none.md"));
    assertEquals(Optional.empty(), tip().read("no/such/file.md"));
    assertEquals(Optional.empty(), files().read("none.md"));
    assertEquals(Optional.empty(), files().read("no/such/file.md"));
  }

  @Test
  void foldersAreSortedAndListedOneLevelDeep() throws IOException {
    box.write("b/c/x", "").write("a b/x", "").write("a/x", "").commitAll("folders");
    Files.createSymbolicLink(box.root().resolve("link"), Path.of("a"));
    for (Tree tree : List.of(tip(), files())) {
      assertEquals(List.of("a", "a b", "b", "src"), tree.folders(""));
      assertEquals(List.of("c"), tree.folders("b"));
      assertEquals(List.of(), tree.folders("none"));
      assertEquals(List.of(), tree.folders(TODO));
    }
  }

  @Test
  void folderIsNotReadAsAFile() {
    assertContains("src is a folder", refused(INVALID_DOCUMENT, () -> tip().read("src")).message());
    refused(INVALID_DOCUMENT, () -> files().read("src"));
  }

  @Test
  void symbolicLinkIsNotFollowed() throws IOException {
    Files.createSymbolicLink(box.root().resolve("LINK.md"), Path.of(TODO));
    Files.createSymbolicLink(box.root().resolve("linked"), Path.of("src"));
    box.commitAll("links");
    for (Tree tree : List.of(tip(), files())) {
      Problem problem = refused(INVALID_DOCUMENT, () -> tree.read("LINK.md"));
      assertContains("symbolic link", problem.message());
      assertEquals("LINK.md", problem.where().path());
      refused(INVALID_DOCUMENT, () -> tree.read("linked/other.txt"));
    }
  }

  @Test
  void submoduleIsNotReadAsAFile() {
    String id = box.git("rev-parse", "HEAD").strip();
    box.git("update-index", "--add", "--cacheinfo", "160000," + id + ",sub");
    box.git("commit", "-q", "-m", "submodule");
    assertContains("a submodule", refused(INVALID_DOCUMENT, () -> tip().read("sub")).message());
    refused(INVALID_DOCUMENT, () -> tip().read("sub/TODO.md"));
  }

  @Test
  void whatIsInTheWayOfANewFileIsNamedByItsKind() throws IOException {
    String id = box.git("rev-parse", "HEAD").strip();
    Files.createSymbolicLink(box.root().resolve("LINK.md"), Path.of(TODO));
    box.git("add", "LINK.md");
    box.git("update-index", "--add", "--cacheinfo", "160000," + id + ",sub");
    box.git("commit", "-q", "-m", "links");
    box.git("update-ref", "refs/heads/side", "HEAD");
    assertEquals("src is a folder in the last commit", inTheWayOf("src"));
    assertEquals("TODO.md is a file in the last commit", inTheWayOf("TODO.md/x.md"));
    assertEquals("src/other.txt is a file in the last commit", inTheWayOf("src/other.txt/x/y.md"));
    assertEquals("LINK.md is a symbolic link in the last commit", inTheWayOf("LINK.md"));
    assertEquals(
        "LINK.md/x.md is behind LINK.md, which is a symbolic link", inTheWayOf("LINK.md/x.md"));
    assertEquals("sub/x.md is behind sub, which is a submodule", inTheWayOf("sub/x.md"));
    assertEquals("sub is a submodule in the last commit", inTheWayOf("sub"));
  }

  /** The refusal to write {@code path} onto a branch that is not checked out. */
  private String inTheWayOf(String path) {
    return refused(
            INVALID_DOCUMENT,
            () -> {
              try (Repo repo = open();
                  CommitSession session = repo.begin(Optional.of("side"))) {
                session.commit(List.of(change(path, "x")), MESSAGE, author());
              }
            })
        .message();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a//b",
        "./a",
        ".git/config",
        "a/.GIT/x",
        ".git./x",
        "git~1/x",
        ".g\u200cit/config",
        "a\\b",
        "C:x",
        "a\nb"
      })
  void pathsThatLeaveTheRepositoryAreRefused(String path) {
    refused(INVALID_DOCUMENT, () -> tip().read(path));
    refused(INVALID_DOCUMENT, () -> files().read(path));
    refused(
        INVALID_DOCUMENT,
        () -> {
          try (Repo repo = open();
              CommitSession session = repo.begin(Optional.empty())) {
            session.commit(List.of(change(path, "x")), MESSAGE, author());
          }
        });
  }

  @Test
  void missingBlobIsReported() throws IOException {
    String id = box.git("rev-parse", "HEAD:TODO.md").strip();
    Files.delete(box.root().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    Problem problem = refused(REPOSITORY_STATE, () -> tip().read(TODO));
    assertContains(id, problem.message());
    assertContains("git cat-file -e " + id, problem.next());
  }

  @Test
  void missingBlobOfAPartialCloneIsReported() throws IOException {
    box.git("config", "uploadpack.allowFilter", "true");
    Path partial = tmp.toRealPath().resolve("partial");
    box.git(
        "clone",
        "-q",
        "--no-checkout",
        "--filter=blob:none",
        "file://" + box.root(),
        partial.toString());
    Problem problem =
        refused(REPOSITORY_STATE, () -> open(partial).tip(Optional.empty()).read(TODO));
    assertContains("partial clone", problem.message());
    box.at(partial).git("cat-file", "-e", "HEAD:TODO.md");
    assertTrue(open(partial).tip(Optional.empty()).read(TODO).isPresent());
  }

  @Test
  void tooBigFileIsRefused() throws IOException {
    try (var file = new RandomAccessFile(box.root().resolve("BIG.md").toFile(), "rw")) {
      file.setLength(CommitTree.MAX_BYTES + 1); // sparse
    }
    assertContains("MiB", refused(INVALID_DOCUMENT, () -> files().read("BIG.md")).message());
    box.git("-c", "core.compression=1", "add", "BIG.md");
    box.git("commit", "-q", "-m", "big");
    assertContains("MiB", refused(INVALID_DOCUMENT, () -> tip().read("BIG.md")).message());
  }

  @Test
  void nonAsciiNamesAreRead() throws IOException {
    box.write("ü/ß.md", "x\n").commitAll("umlauts");
    assertEquals("x\n", new String(tip().read("ü/ß.md").orElseThrow().bytes()));
  }
}
