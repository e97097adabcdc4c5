package dev.replenish.git.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.cli.LoopbackServer;
import dev.replenish.git.GitSandbox;
import dev.replenish.git.Repo;
import dev.replenish.git.TestHooks;
import dev.replenish.git.identity.AuthorOverride;
import dev.replenish.git.objects.Change;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.git.setup.GitConfig;
import dev.replenish.git.setup.Layout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The branch of a remote: which one is used, and races for it. */
@Tag("long")
class RemoteTest {
  private static final String DATE = "2026-02-04T09:30:00+01:00";

  @TempDir Path tmp;

  private GitSandbox clone;
  private GitSandbox origin;

  @BeforeEach
  void create() {
    clone = GitSandbox.create(tmp);
    clone.write("a.txt", "a\n").commitAll("begin");
    clone.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    origin = clone.at(tmp.resolve("there.git"));
    clone.git("remote", "add", "origin", tmp + "/there.git");
  }

  private static Remote remote(Repo repo) {
    return Remote.of(
        repo,
        new Remote.Wanted(Optional.empty(), Optional.empty(), Optional.empty(), message -> true));
  }

  private Optional<PushResult> commit(Remote remote, CommitTree tip, String text) {
    AuthorOverride author = new AuthorOverride(Optional.empty(), ZonedDateTime.now(), true);
    return remote.commit(tip, List.of(new Change("a.txt", text.getBytes())), text, author);
  }

  private GitConfig config() {
    return Layout.open(clone.root(), clone.env()).config();
  }

  @Test
  void overtakenPushIsReportedAndForcesNothing() {
    try (Repo one = Repo.open(clone.root(), clone.env());
        Repo two = Repo.open(clone.root(), clone.env())) {
      Remote slow = remote(one);
      CommitTree old = slow.fetch();
      Remote fast = remote(two);
      String first = commit(fast, fast.fetch(), "first\n").orElseThrow().commit().orElseThrow();
      assertEquals(Optional.empty(), commit(slow, old, "second\n"));
      assertEquals(first, origin.git("rev-parse", "main").strip());
      assertTrue(commit(slow, slow.fetch(), "second\n").isPresent());
      assertEquals(first, origin.git("rev-parse", "main~1").strip());
    }
  }

  @Test
  void sameCommitOfAnotherRunIsALostRace() {
    try (Repo one = Repo.open(clone.root(), clone.env());
        Repo two = Repo.open(clone.root(), clone.env())) {
      Remote slow = remote(one);
      CommitTree old = slow.fetch();
      AuthorOverride author = new AuthorOverride(Optional.empty(), ZonedDateTime.parse(DATE), true);
      List<Change> changes = List.of(new Change("a.txt", "same\n".getBytes()));
      Remote fast = remote(two);
      assertTrue(fast.commit(fast.fetch(), changes, "same\n", author).isPresent());
      assertEquals(Optional.empty(), slow.commit(old, changes, "same\n", author));
    }
  }

  @Test
  void heldLockOnTheRemoteIsALostRace() {
    origin.write("refs/heads/main.lock", "");
    try (Repo repo = Repo.open(clone.root(), clone.env())) {
      Remote remote = remote(repo);
      assertEquals(Optional.empty(), commit(remote, remote.fetch(), "first\n"));
    }
  }

  @Test
  void refusalByAPolicyIsNoRace() {
    for (String policy : List.of("pre-receive hook declined", "blocked by a rule", "protected")) {
      assertFalse(PushFailures.isRace(policy), policy);
    }
    for (String race : List.of("failed to lock", "cannot lock ref 'x'", "failed to update ref")) {
      assertTrue(PushFailures.isRace(race), race);
    }
  }

  @Test
  void credentialsInAUrlAreNotShown() {
    String address = "https://ana:se%2Fcret@tea@localhost:1/there.git";
    clone.git("config", "remote.origin.url", address);
    Optional<String> url = Optional.of(address);
    for (Optional<String> name : List.of(url, Optional.of("origin"))) {
      try (Repo repo = Repo.open(clone.root(), clone.env())) {
        Remote.Wanted wanted =
            new Remote.Wanted(Optional.empty(), name, Optional.empty(), message -> true);
        ProblemException refusal =
            assertThrows(ProblemException.class, () -> Remote.of(repo, wanted).fetch());
        String message = refusal.problem().toString();
        assertFalse(message.contains("cret") || message.contains("tea"), message);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssh://-oProxyCommand=x/there.git | -oProxyCommand=x | host
          ssh://-ana@example.com/there.git | -ana             | user
          """)
  void nameInAnAddressThatSshWouldTakeAsAnOptionIsNamed(String url, String name, String what) {
    clone.git("remote", "set-url", "origin", url);
    try (Repo repo = Repo.open(clone.root(), clone.env())) {
      ProblemException refusal = assertThrows(ProblemException.class, () -> remote(repo).fetch());
      String message = refusal.problem().message();
      assertTrue(message.endsWith(": '" + name + "' is not a valid " + what + " name"), message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "ends.lock", "two words"})
  void invalidNameOfABranchIsNamed(String name) {
    Optional<String> branch = Optional.of(name);
    for (Remote.Wanted wanted :
        List.of(
            new Remote.Wanted(branch, Optional.empty(), Optional.empty(), message -> true),
            new Remote.Wanted(Optional.empty(), Optional.empty(), branch, message -> true))) {
      try (Repo repo = Repo.open(clone.root(), clone.env())) {
        ProblemException refusal =
            assertThrows(ProblemException.class, () -> Remote.of(repo, wanted));
        assertEquals(ErrorCode.USAGE, refusal.problem().code());
        assertEquals("'" + name + "' is not a valid branch name", refusal.problem().message());
      }
    }
  }

  @Test
  void serverThatNeverAnswersIsGivenUp() throws IOException {
    TestHooks hooks = new TestHooks();
    hooks.networkTimeout = Duration.ofMillis(300);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "git://127.0.0.1:" + silent.getLocalPort() + "/there.git";
      clone.git("remote", "set-url", "origin", url);
      try (Repo repo = Repo.open(clone.root(), clone.env(), hooks)) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> remote(repo).fetch());
        assertEquals(ErrorCode.IO, refusal.problem().code());
        assertTrue(refusal.problem().message().contains("no answer"));
      }
    }
  }

  @Test
  void hangingSshProgramIsEnded() throws Exception {
    Path ssh = tmp.toRealPath().resolve("ssh");
    Files.writeString(ssh, "#!/bin/sh\necho $$ > \"$0.pid\"\nexec sleep 60\n");
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
    clone.git("config", "core.sshCommand", ssh.toString());
    clone.git("remote", "set-url", "origin", "ssh://example.com/there.git");
    TestHooks hooks = new TestHooks();
    hooks.networkTimeout = Duration.ofSeconds(2);
    try (Repo repo = Repo.open(clone.root(), clone.env(), hooks)) {
      ProblemException refusal = assertThrows(ProblemException.class, () -> remote(repo).fetch());
      assertTrue(refusal.problem().message().contains("no answer"), refusal.problem().message());
    }
    long pid = Long.parseLong(Files.readString(tmp.resolve("ssh.pid")).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(pid);
    if (left.isPresent()) {
      left.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }

  private Path script(String name, String lines) throws IOException {
    Path script = tmp.toRealPath().resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  @Test
  void hookMayTakeAsLongAsTheWholeStep() throws IOException {
    TestHooks hooks = new TestHooks();
    hooks.networkTimeout = Duration.ofSeconds(9); // an answer may take a third of it
    origin.git("config", "http.receivepack", "true");
    Path hook = script("pre-receive", "sleep 4");
    Files.move(hook, origin.root().resolve("hooks/pre-receive"));
    try (LoopbackServer server = new LoopbackServer(tmp.toRealPath(), "tea", "pot-sesame")) {
      clone.git("remote", "set-url", "origin", server.url("tea:pot-sesame@", "there.git"));
      try (Repo repo = Repo.open(clone.root(), clone.env(), hooks)) {
        Remote remote = remote(repo);
        PushResult landed = commit(remote, remote.fetch(), "first\n").orElseThrow();
        assertEquals(Optional.of(origin.git("rev-parse", "main").strip()), landed.commit());
      }
    }
  }

  @Test
  void hangingCredentialHelperIsEnded() throws Exception {
    Path helper = script("helper", "echo $$ > \"$0.pid\"\nsleep 60 & echo $! >> \"$0.pid\"; wait");
    clone.git("config", "credential.helper", helper.toString());
    TestHooks hooks = new TestHooks();
    hooks.networkTimeout = Duration.ofSeconds(6); // a helper may take a sixth of it
    try (LoopbackServer server = new LoopbackServer(tmp.toRealPath(), "tea", "pot-sesame")) {
      clone.git("remote", "set-url", "origin", server.url("", "there.git"));
      try (Repo repo = Repo.open(clone.root(), clone.env(), hooks)) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> remote(repo).fetch());
        assertEquals(ErrorCode.PUSH_REJECTED, refusal.problem().code());
        assertTrue(refusal.problem().message().contains("denied access"));
      }
    }
    for (String pid : Files.readAllLines(tmp.resolve("helper.pid"))) {
      Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(pid.strip()));
      if (left.isPresent()) {
        left.get().onExit().get(10, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void upstreamOfTheBranchIsUsed() {
    clone.git("config", "branch.main.remote", "tea");
    clone.git("config", "branch.main.merge", "refs/heads/trunk");
    clone.git("config", "remote.tea.url", "short:tea.git");
    clone.git("config", "remote.tea.fetch", "+refs/heads/*:refs/remotes/tea/*");
    clone.git("config", "url.https://example.com/.insteadOf", "short:");
    clone.git("config", "url.ssh://git@example.com/.pushInsteadOf", "short:");
    RemoteBranch branch = RemoteBranch.of(config(), "refs/heads/main", Optional.empty());
    assertEquals("refs/heads/trunk", branch.name());
    assertEquals("https://example.com/tea.git", branch.url());
    assertEquals("ssh://git@example.com/tea.git", branch.pushUrl());
    assertEquals("refs/remotes/tea/trunk", branch.tracking());
  }

  @Test
  void branchOfTheSameNameIsUsedOnAnotherRemote() {
    clone.git("config", "branch.main.remote", "tea");
    clone.git("config", "branch.main.merge", "refs/heads/trunk");
    RemoteBranch branch = RemoteBranch.of(config(), "refs/heads/main", Optional.of("origin"));
    assertEquals("refs/heads/main", branch.name());
    assertEquals("refs/remotes/origin/main", branch.tracking());
    RemoteBranch url = RemoteBranch.of(config(), "refs/heads/main", Optional.of("/srv/tea.git"));
    assertEquals("/srv/tea.git", url.pushUrl());
    assertEquals("", url.tracking());
  }
}
