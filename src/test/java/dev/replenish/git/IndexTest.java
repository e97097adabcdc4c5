package dev.replenish.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.replenish.board.ErrorCode;
import dev.replenish.git.objects.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index keeps all other entries, in every version of its format. */
class IndexTest extends GitTest {

  @Test
  void otherChangesStayExactlyAsTheyWere() throws IOException {
    box.write(".gitignore", "*.log\n").write("staged.txt", "1\n").write("changed.txt", "1\n");
    box.commitAll("more");
    box.write("staged.txt", "2\n").git("add", "staged.txt");
    box.write("staged.txt", "3\n").write("changed.txt", "2\n");
    box.write("untracked.txt", "u\n").write("debug.log", "l\n");
    box.write("later.txt", "l\n").git("add", "-N", "later.txt");
    box.git("rm", "-q", "--cached", "src/other.txt");
    String status = box.git("status", "--porcelain=v2", "--ignored");
    String staged = box.git("diff", "--cached");
    String entries = box.git("ls-files", "--stage", "--debug", "--", ":!*.md");
    replenish();
    assertEquals(status, box.git("status", "--porcelain=v2", "--ignored"));
    assertEquals(staged, box.git("diff", "--cached"));
    assertEquals(entries, box.git("ls-files", "--stage", "--debug", "--", ":!*.md"));
    assertEquals("3\n", box.read("staged.txt"));
    assertEquals("BACKLOG.md\nTODO.md\n", box.git("diff", "--name-only", "HEAD~", "HEAD"));
    box.git("fsck", "--strict");
  }

  @Test
  void flagsOfOtherEntriesAreKept() {
    box.write("assume.txt", "1\n").write("skip.txt", "1\n");
    box.commitAll("flags");
    box.git("update-index", "--assume-unchanged", "assume.txt");
    box.git("update-index", "--skip-worktree", "skip.txt");
    String flags = box.git("ls-files", "-v");
    replenish();
    assertEquals(flags, box.git("ls-files", "-v"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void versionOfTheIndexIsKept(int version) throws IOException {
    box.write("a/b/c.txt", "c\n").write("a/b/d.txt", "d\n").write("n.txt", "n\n").commitAll("x");
    if (version == 3) {
      box.write("z.txt", "z\n").git("add", "-N", "z.txt"); // needs the extended flags
    }
    box.git("update-index", "--index-version", "" + version);
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(
          List.of(change(TODO, "x\n"), change("a/b/TODO.md", "new\n"), change("a/b/c.txt", "C\n")),
          MESSAGE,
          author());
    }
    byte[] index = Files.readAllBytes(box.root().resolve(".git/index"));
    assertEquals(version, index[7]);
    assertEquals(version == 3 ? " A z.txt\n" : "", box.git("status", "--porcelain"));
    box.git("fsck", "--strict");
    assertEquals(
        box.git("ls-tree", "-r", "--name-only", "HEAD"), box.git("ls-files", "--", ":!z.txt"));
  }

  @Test
  void cacheOfTreesIsValidAfterACommit() {
    box.write("keep/file.txt", "1\n").write("boards/TODO.md", "1\n").commitAll("more");
    box.git("read-tree", "HEAD");
    box.git("update-index", "-q", "--refresh");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(List.of(change("boards/TODO.md", "2\n")), MESSAGE, author());
    }
    assertEquals("", box.git("status", "--porcelain"));
    assertEquals(box.git("rev-parse", "HEAD^{tree}"), box.git("write-tree"));
    box.git("fsck", "--strict");
  }

  @Test
  void indexWithoutAChecksumStaysWithoutOne() throws IOException {
    Path index = box.root().resolve(".git/index");
    byte[] bytes = Files.readAllBytes(index);
    Arrays.fill(bytes, bytes.length - 20, bytes.length, (byte) 0);
    Files.write(index, bytes);
    replenish();
    byte[] after = Files.readAllBytes(index);
    assertArrayEquals(new byte[20], Arrays.copyOfRange(after, after.length - 20, after.length));
  }

  @Test
  void untrackedCacheIsSupported() throws IOException {
    box.git("update-index", "--untracked-cache");
    box.write("u.txt", "u\n").git("status");
    replenish();
    assertEquals("?? u.txt\n", box.git("status", "--porcelain"));
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(List.of(change("NEW.md", "x\n")), MESSAGE, author());
    }
    assertEquals("?? u.txt\n", box.git("status", "--porcelain"));
  }

  @Test
  void fileChangedInTheSameInstantAsTheIndexIsModified() throws IOException {
    // Same size, and a time stamp that the index can't tell from its own.
    Path other = box.root().resolve("src/other.txt");
    Path index = box.root().resolve(".git/index");
    box.git("update-index", "-q", "--refresh");
    var stamp = Files.getLastModifiedTime(other);
    Files.writeString(other, "OTHER\n");
    Files.setLastModifiedTime(other, stamp);
    Files.setLastModifiedTime(index, stamp);
    replenish();
    assertContains(
        " M src/other.txt", box.git("-c", "core.trustctime=false", "status", "--porcelain"));
  }

  @Test
  void fileChangedInTheSameSecondAsTheIndexIsModified() throws IOException {
    // Many builds of git compare whole seconds; they recheck such a file until the index is newer.
    Path other = box.root().resolve("src/other.txt");
    Instant second = Instant.parse("2026-02-04T08:30:00Z");
    Files.setLastModifiedTime(other, FileTime.from(second.plusMillis(100)));
    box.git("update-index", "-q", "--refresh");
    Files.writeString(other, "OTHER\n");
    Files.setLastModifiedTime(other, FileTime.from(second.plusMillis(300)));
    Files.setLastModifiedTime(
        box.root().resolve(".git/index"), FileTime.from(second.plusMillis(200)));
    replenish();
    assertContains(
        " M src/other.txt", box.git("-c", "core.trustctime=false", "status", "--porcelain"));
  }

  @Test
  void skippedFileIsNotCreated() throws IOException {
    box.git("sparse-checkout", "set", "--no-cone", "/src/");
    assertFalse(Files.exists(box.root().resolve(TODO)));
    replenish();
    assertFalse(Files.exists(box.root().resolve(TODO)));
    assertEquals("zero\none\n", box.git("show", "HEAD:TODO.md"));
    assertEquals("", box.git("status", "--porcelain"));
    assertContains("S TODO.md", box.git("ls-files", "-v"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--cone", "--no-cone"})
  void newFileIsSkippedIfTheFilesBesideItAre(String cone) throws IOException {
    box.git("rm", "-q", BACKLOG, TODO);
    box.write("out/" + BACKLOG, "one\n").commitAll("move");
    box.git("sparse-checkout", "set", cone, "src");
    commit(
        change("out/TODO.md", "one\n"), change("out/old/x.md", "x\n"), change("src/y.md", "y\n"));
    assertFalse(Files.exists(box.root().resolve("out")));
    assertEquals("y\n", box.read("src/y.md"));
    assertEquals(
        "S out/TODO.md\nS out/old/x.md\nH src/y.md\n",
        box.git("ls-files", "-t", "out/TODO.md", "out/old", "src/y.md"));
    assertEquals("one\n", box.git("show", "HEAD:out/TODO.md"));
    assertHealthy();
    box.git("sparse-checkout", "disable");
    assertEquals("x\n", box.read("out/old/x.md"));
    assertHealthy();
  }

  @Test
  void newFileIsWrittenBesideAFileSkippedByTheUser() throws IOException {
    box.git("rm", "-q", TODO);
    box.commitAll("no todo");
    box.git("update-index", "--skip-worktree", BACKLOG);
    Files.delete(box.root().resolve(BACKLOG));
    commit(change(TODO, "one\n"));
    assertEquals("one\n", box.read(TODO));
    assertHealthy();
  }

  private void commit(Change... changes) {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(List.of(changes), MESSAGE, author());
    }
  }

  @Test
  void otherIndexFileIsRefusedByName() throws IOException {
    Path other = box.root().resolve(".git/other-index");
    box.env().put("GIT_INDEX_FILE", other.toString());
    box.git("read-tree", "HEAD");
    assertContains(
        "GIT_INDEX_FILE names " + other,
        refusedByCheckAndRun(ErrorCode.REPOSITORY_STATE).message());
    box.env().put("GIT_INDEX_FILE", other + "-that-is-not-there");
    refused(ErrorCode.REPOSITORY_STATE, () -> replenish());
  }

  @Test
  void ownIndexOfTheWorkTreeMayBeNamed() throws IOException {
    box.env().put("GIT_INDEX_FILE", ".git/index");
    replenish();
    assertHealthy();
  }
}
