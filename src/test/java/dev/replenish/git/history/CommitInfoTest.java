package dev.replenish.git.history;

import static dev.replenish.board.ErrorCode.USAGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single commits: how they are found by name, and what is read from them. */
class CommitInfoTest extends GitTest {

  private String head() {
    return box.git("rev-parse", "HEAD").strip();
  }

  private CommitInfo revision(String id) {
    try (Repo repo = open()) {
      return repo.revision(id);
    }
  }

  private String resolve(String name) {
    try (Repo repo = open()) {
      return repo.resolve(name);
    }
  }

  /** A commit object written byte by byte, as no program would. */
  private String rawCommit(String headers, byte[] message) throws IOException {
    String tree = box.git("rev-parse", "HEAD^{tree}").strip();
    byte[] head = ("tree " + tree + "\n" + headers + "\n").getBytes(UTF_8);
    byte[] all = new byte[head.length + message.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(message, 0, all, head.length, message.length);
    Files.write(box.root().resolve("raw"), all);
    return box.git("hash-object", "--literally", "-t", "commit", "-w", "raw").strip();
  }

  @Test
  void commitHasAuthorDateAndMessage() {
    String first = head();
    box.env().put("GIT_COMMITTER_DATE", "2026-02-05T00:00:00Z");
    String id = box.write(TODO, "x\n").commitAll("A subject\n\nA body");
    CommitInfo revision = revision(id);
    assertEquals(id, revision.id());
    assertEquals(List.of(first), revision.parents());
    assertEquals("Ana Author", revision.name());
    assertEquals("ana@example.com", revision.email());
    assertEquals(ZonedDateTime.parse("2026-02-04T09:30:00+01:00"), revision.date());
    assertEquals("A subject\n\nA body\n", revision.message());
    assertEquals("A subject", revision.subject());
  }

  @Test
  void messagesAreReadInTheCommitsEncoding() throws IOException {
    String headers = "author A <a@b> 1770000000 +0000\ncommitter A <a@b> 1770000000 +0000\n";
    byte[] latin = "Grüße\n".getBytes(ISO_8859_1);
    assertEquals("Grüße", revision(rawCommit(headers + "encoding ISO-8859-1\n", latin)).subject());
    assertEquals("Grüße", revision(rawCommit(headers, "Grüße\n".getBytes(UTF_8))).subject());
    assertEquals(
        "Grüße",
        revision(rawCommit(headers, latin)).subject()); // no encoding is stated, and not UTF-8
    assertEquals(
        "x", revision(rawCommit(headers + "encoding no-such\n", "x".getBytes(UTF_8))).subject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "author nobody\ncommitter A <a@b> 1770000000 +0000\n",
        "author A <a@b> 1770000000 +9999\ncommitter A <a@b> 1770000000 +0000\n",
        "author A <a@b> 99999999999999999999 +0000\ncommitter A <a@b> 1770000000 +0000\n",
        "author A <a@b> -1 +0000\ncommitter A <a@b> 1770000000 +0000\n",
        "author A <a@b>\ncommitter A <a@b> 1770000000 +0000\n",
        "committer A <a@b> 1770000000 +0000\n"
      })
  void invalidAuthorLinesAreTolerated(String headers) throws IOException {
    CommitInfo revision = revision(rawCommit(headers, "x\n".getBytes(UTF_8)));
    assertEquals("x", revision.subject());
  }

  @Test
  void committerDateIsUsedIfTheAuthorIsMissing() throws IOException {
    CommitInfo revision =
        revision(rawCommit("committer A <a@b> 1770000000 +0000\n", "x\n".getBytes(UTF_8)));
    assertEquals("", revision.name());
    assertEquals(Instant.ofEpochSecond(1770000000), revision.date().toInstant());
  }

  @Test
  void commitIsFoundByItsIdItsPrefixAndItsRefs() {
    String id = head();
    box.git("branch", "feature/tea");
    box.git("tag", "-a", "-m", "a tag", "v1");
    box.git("update-ref", "refs/remotes/origin/main", id);
    for (String name :
        List.of(
            id,
            id.substring(0, 7),
            id.substring(0, 4).toUpperCase(Locale.ROOT),
            "HEAD",
            "main",
            "heads/main",
            "refs/heads/main",
            "feature/tea",
            "v1",
            "origin/main")) {
      assertEquals(id, resolve(name), name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "none",
        "abc",
        "-x",
        "ffffffff",
        "../HEAD",
        "HEAD~1",
        "HEAD^1",
        "HEAD^2",
        "~1",
        "HEAD~x",
        "HEAD~99999",
        "HEAD@{1}",
        "config",
        "a b",
        "x\u001b[0m",
        "ffffffffffffffffffffffffffffffffffffffff",
        "0123456789012345678901234567890123456789012"
      })
  void invalidCommitNameIsRefused(String name) {
    refused(USAGE, () -> resolve(name));
  }

  @Test
  void ancestorsAreResolvedAsGitResolvesThem() {
    box.git("branch", "side");
    box.write("a", "1").commitAll("one");
    box.write("a", "2").commitAll("two");
    box.git("checkout", "-q", "side");
    box.write("b", "1").commitAll("beside");
    box.git("checkout", "-q", "main");
    box.git("merge", "-q", "--no-edit", "side");
    for (String name :
        List.of(
            "HEAD~",
            "HEAD^",
            "main~1",
            "HEAD^1",
            "HEAD~2",
            "HEAD^^",
            "HEAD^2",
            "HEAD^2~1",
            "HEAD^0",
            "HEAD~0",
            "HEAD~3")) {
      assertEquals(box.git("rev-parse", name).strip(), resolve(name), name);
    }
  }

  @Test
  void blobIdIsRefused() {
    String blob = box.git("rev-parse", "HEAD:TODO.md").strip();
    refused(USAGE, () -> resolve(blob));
    refused(USAGE, () -> resolve(blob.substring(0, 10)));
  }

  @Test
  void ambiguousPrefixIsRefused() {
    // Found by trial; all inputs of these ids are fixed.
    assertEquals("97ca", commitTree("twin 81").substring(0, 4));
    assertEquals("97ca", commitTree("twin 312").substring(0, 4));
    assertContains("the beginning of 2", refused(USAGE, () -> resolve("97ca")).message());
  }

  private String commitTree(String message) {
    return box.git("commit-tree", "-m", message, "HEAD^{tree}").strip();
  }

  @Test
  void filesOfAnyCommitCanBeRead() {
    String first = head();
    box.write(TODO, "later\n").commitAll("later");
    try (Repo repo = open()) {
      assertEquals("zero\n", new String(repo.tree(first).read(TODO).orElseThrow().bytes(), UTF_8));
      assertEquals(List.of("src"), repo.tree(first).folders(""));
    }
  }
}
