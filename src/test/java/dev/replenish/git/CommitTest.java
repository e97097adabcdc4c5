package dev.replenish.git;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.objects.Committed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commits in repositories of many kinds, and that nothing else changes. */
class CommitTest extends GitTest {

  @Test
  void ordinaryCloneGetsOneCommitAndIsClean() throws IOException {
    String parent = box.git("rev-parse", "HEAD").strip();
    Committed committed = replenish();
    assertEquals(committed.id(), box.git("rev-parse", "HEAD").strip());
    assertEquals(parent, box.git("rev-parse", "HEAD~").strip());
    assertEquals("two\n", box.read(BACKLOG));
    assertEquals("zero\none\n", box.git("show", "HEAD:TODO.md"));
    assertEquals("BACKLOG.md\nTODO.md\n", box.git("diff", "--name-only", "HEAD~", "HEAD"));
    assertEquals(MESSAGE, box.git("log", "-1", "--format=%B").stripTrailing() + "\n");
    assertHealthy();
  }

  @Test
  void authorCommitterAndDatesAreRecorded() {
    replenish();
    assertEquals(
        "Ana Author <ana@example.com> 2026-02-04T09:30:00+01:00"
            + " Carl Committer <carl@example.com> 2026-02-04T09:30:00+01:00\n",
        box.git("log", "-1", "--format=%an <%ae> %aI %cn <%ce> %cI"));
  }

  @Test
  void bothReflogsGetALine() {
    replenish();
    String line = "replenish: chore(todo): replenish 1 task\n";
    assertEquals(line, box.git("log", "-g", "-1", "--format=%gs", "HEAD"));
    assertEquals(line, box.git("log", "-g", "-1", "--format=%gs", "main"));
  }

  @Test
  void gitReadsTheTrailers() {
    replenish();
    assertEquals(
        "Replenish-Board: .\n",
        box.git("log", "-1", "--format=%(trailers:only,unfold)").strip() + "\n");
  }

  @Test
  void secondCommitOfASessionFollowsTheFirst() throws IOException {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      Committed first = session.commit(List.of(change(TODO, "a\n")), MESSAGE, author());
      assertEquals(first.id(), session.tip().commit());
      session.requireClean(BOARD);
      session.commit(List.of(change(TODO, "b\n")), MESSAGE, author());
      assertEquals(first.id(), box.git("rev-parse", "HEAD~").strip());
    }
    assertEquals("b\n", box.read(TODO));
    assertHealthy();
  }

  @Test
  void newFileInANewFolderIsAnOrdinaryFile() throws IOException {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.requireClean(List.of("a/b/TODO.md", "Z.md"));
      session.commit(
          List.of(change("a/b/TODO.md", "new\n"), change("Z.md", "z\n")), MESSAGE, author());
    }
    assertContains("100644 blob", box.git("ls-tree", "HEAD", "a/b/TODO.md"));
    assertEquals("new\n", box.read("a/b/TODO.md"));
    assertHealthy();
  }

  @Test
  void foldersAreSortedAsGitSortsThem() throws IOException {
    box.write("a.txt", "1").write("a/x", "2").write("a-b/x", "3").write("a0", "4");
    box.commitAll("names around a slash");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(
          List.of(
              change("a/TODO.md", "1"),
              change("a-", "2"),
              change("a.b/TODO.md", "3"),
              change("a00/TODO.md", "4"),
              change("ä/TODO.md", "5")),
          MESSAGE,
          author());
    }
    assertHealthy();
  }

  @Test
  void unusualModesInTheTreeAreKept() throws IOException {
    String blob = box.git("rev-parse", "HEAD:TODO.md").strip();
    Path tree = tmp.resolve("tree");
    // 100664 as very old versions of Git wrote it.
    Files.writeString(tree, "100644 blob " + blob + "\tTODO.md\n");
    byte[] raw = rawTree("100664 old.txt", blob, "100644 TODO.md", blob);
    Files.write(tree, raw);
    String id = box.git("hash-object", "-w", "--literally", "-t", "tree", tree.toString()).strip();
    String commit = box.git("commit-tree", id, "-m", "old mode").strip();
    box.git("reset", "-q", "--hard", commit);
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
    }
    assertContains("100664 old.txt", box.git("cat-file", "tree", "HEAD^{tree}"));
  }

  private static byte[] rawTree(String... modeNameAndId) throws IOException {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < modeNameAndId.length; i += 2) {
      out.writeBytes((modeNameAndId[i] + "\0").getBytes());
      out.writeBytes(HexFormat.of().parseHex(modeNameAndId[i + 1]));
    }
    // Trees are sorted by name: TODO.md before old.txt.
    byte[] all = out.toByteArray();
    int second = modeNameAndId[0].length() + 21;
    byte[] sorted = new byte[all.length];
    System.arraycopy(all, second, sorted, 0, all.length - second);
    System.arraycopy(all, 0, sorted, all.length - second, second);
    return sorted;
  }

  @Test
  void changesWithoutEffectAreAnIllegalArgument() throws IOException {
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      assertThrows(
          IllegalArgumentException.class,
          () -> session.commit(List.of(change(TODO, "zero\n")), MESSAGE, author()));
    }
    assertHealthy();
  }

  @Test
  void linkedWorkTreeCommitsToItsOwnBranch() throws IOException {
    Path linked = tmp.toRealPath().resolve("linked");
    box.git("worktree", "add", "-q", "-b", "side", linked.toString());
    Committed committed = replenish(linked);
    assertEquals(committed.id(), box.git("rev-parse", "side").strip());
    assertEquals("begin\n", box.git("log", "-1", "--format=%s", "main"));
    GitSandbox sandbox = box.at(linked);
    assertEquals("", sandbox.git("status", "--porcelain"));
    assertContains("replenish:", sandbox.git("log", "-g", "-1", "--format=%gs", "HEAD"));
    assertHealthy();
  }

  @Test
  void submoduleCommitsToItsOwnRepository() throws IOException {
    GitSandbox outer = GitSandbox.create(tmp, "outer");
    outer.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "-q", box.root().toString(), "sub");
    outer.commitAll("with submodule");
    Path sub = outer.root().resolve("sub");
    Committed committed = replenish(sub);
    assertEquals(committed.id(), outer.at(sub).git("rev-parse", "HEAD").strip());
    assertEquals("", outer.at(sub).git("status", "--porcelain"));
    assertEquals(" M sub\n", outer.git("status", "--porcelain"));
  }

  @Test
  void onlyTheBranchMovesInABareRepository() throws IOException {
    Path bare = tmp.toRealPath().resolve("bare.git");
    box.git("clone", "-q", "--bare", box.root().toString(), bare.toString());
    try (Repo repo = open(bare);
        CommitSession session = repo.begin(Optional.empty())) {
      assertTrue(repo.workTree().isEmpty());
      assertTrue(repo.workFiles().isEmpty());
      assertEquals("", repo.prefix());
      session.requireClean(BOARD);
      Committed committed = session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
      assertEquals(committed.id(), box.at(bare).git("rev-parse", "main").strip());
    }
    box.at(bare).git("fsck", "--strict");
  }

  @Test
  void subFolderHasItsPathAsPrefix() throws IOException {
    try (Repo repo = open(box.root().resolve("src"))) {
      assertEquals("src", repo.prefix());
      assertEquals(Optional.of(box.root()), repo.workTree());
    }
    replenish(box.root().resolve("src"));
    assertHealthy();
  }

  @Test
  void branchThatIsNotCheckedOutMovesWithoutTouchingTheWorkTree() throws IOException {
    box.git("branch", "plan");
    box.write(TODO, "dirty\n");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.of("plan"))) {
      session.requireClean(BOARD);
      session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
    }
    assertEquals("x\n", box.git("show", "plan:TODO.md"));
    assertEquals("dirty\n", box.read(TODO));
    assertEquals(" M TODO.md\n", box.git("status", "--porcelain"));
  }

  @Test
  void namedBranchCanMoveWithADetachedHead() throws IOException {
    box.git("switch", "-q", "--detach");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.of("refs/heads/main"))) {
      session.commit(List.of(change(TODO, "x\n")), MESSAGE, author());
    }
    assertEquals("x\n", box.git("show", "main:TODO.md"));
    assertEquals("zero\n", box.read(TODO));
  }

  @Test
  void packedRefsAndObjectsAreSupported() throws IOException {
    box.git("gc", "-q");
    assertFalse(Files.exists(box.root().resolve(".git/refs/heads/main")));
    replenish();
    assertHealthy();
  }

  @Test
  void shallowCloneIsSupported() throws IOException {
    box.commitAll("second");
    Path shallow = tmp.toRealPath().resolve("shallow");
    box.git("clone", "-q", "--depth=1", "file://" + box.root(), shallow.toString());
    replenish(shallow);
    assertEquals("2\n", box.at(shallow).git("rev-list", "--count", "HEAD"));
  }

  @Test
  void alternatesAreSupported() throws IOException {
    Path shared = tmp.toRealPath().resolve("shared");
    box.git("clone", "-q", "--shared", box.root().toString(), shared.toString());
    replenish(shared);
    box.at(shared).git("fsck", "--strict");
  }

  @Test
  void replaceRefsAreIgnored() throws IOException {
    String real = box.git("rev-parse", "HEAD:TODO.md").strip();
    box.write("fake", "fake\n");
    String fake = box.git("hash-object", "-w", "fake").strip();
    Files.delete(box.root().resolve("fake"));
    box.git("replace", real, fake);
    try (Repo repo = open()) {
      Blob blob = repo.tip(Optional.empty()).read(TODO).orElseThrow();
      assertArrayEquals("zero\n".getBytes(), blob.bytes());
    }
  }

  @Test
  void executableBitAndPermissionsAreKept() throws IOException {
    box.root().resolve(TODO).toFile().setExecutable(true);
    box.commitAll("executable");
    Files.setPosixFilePermissions(
        box.root().resolve(BACKLOG), PosixFilePermissions.fromString("rw-r-----"));
    replenish();
    assertContains("100755 blob", box.git("ls-tree", "HEAD", TODO));
    assertTrue(Files.isExecutable(box.root().resolve(TODO)));
    assertEquals(
        "rw-r-----",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(box.root().resolve(BACKLOG))));
    assertEquals("", box.git("status", "--porcelain"));
  }

  @Test
  void readingWritesNothingAndAnEmptySessionLeavesNothing() throws IOException {
    String before = snapshot();
    try (Repo repo = open()) {
      CommitTree tip = repo.tip(Optional.empty());
      repo.requireReady(tip, BOARD);
      tip.folders("");
      repo.notices();
    }
    assertEquals(before, snapshot());
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      assertTrue(Files.exists(box.root().resolve(".git/index.lock")));
      assertEquals(List.of(), session.notices());
    }
    assertNoLeftovers();
    assertEquals(before, snapshot());
  }
}
