package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --push} to servers on loopback: who we are, and what never gets out. */
class PushServersTest {
  private static final String TOKEN = "tok+en/4711%";

  @TempDir Path tmp;

  private Shell shell;
  private GitSandbox here;
  private GitSandbox there;
  private LoopbackServer server;

  @BeforeEach
  void serve() throws IOException {
    shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    here = shell.git();
    here.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    there = here.at(tmp.resolve("there.git"));
    there.git("config", "http.receivepack", "true");
    server = new LoopbackServer(tmp.toRealPath(), "x-access-token", TOKEN);
    here.git("remote", "add", "origin", server.url("", "there.git"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String tip() {
    return there.git("rev-parse", "main").strip();
  }

  private void assertPushes() {
    String commit = shell.json(0, "run", "--push").get("commit").asText();
    assertEquals(commit, tip());
    assertEquals(commit, here.git("rev-parse", "main").strip());
    assertFalse(here.read(".git/config").contains("4711") && !kept());
    assertFalse(there.git("log", "-1", "--format=%B").contains("4711"));
  }

  /** Whether the test itself has written the secret down. */
  private boolean kept() {
    return here.tryGit("config", "--get-regexp", "extraheader|url").out().contains("4711");
  }

  private String refused(int code) {
    String before = tip();
    Shell.Result result = shell.run("run", "-v", "--push");
    assertEquals(code, result.code(), result.all());
    assertEquals(before, tip());
    assertFalse(result.all().contains("4711"), result.all());
    assertFalse(result.all().contains(LoopbackServer.base64("x-access-token:" + TOKEN)));
    return result.err();
  }

  @Test
  void aTokenOfTheEnvironment() {
    shell.set("REPLENISH_TOKEN", TOKEN).set("GITHUB_TOKEN", "another");
    assertPushes();
  }

  @Test
  void theTokenOfTheServer() {
    shell.set("GITHUB_TOKEN", TOKEN);
    assertPushes();
  }

  @Test
  void aHeaderBehindACondition() {
    String header = "Authorization: Basic " + LoopbackServer.base64("x-access-token:" + TOKEN);
    String section = "[http \"" + server.url("", "") + "\"]";
    here.write("../included", section + "\n\textraheader = " + header + "\n");
    here.git("config", "includeIf.gitdir:" + here.root() + "/.git.path", tmp + "/included");
    assertPushes();
  }

  @Test
  void userAndPasswordInTheUrl() {
    here.git(
        "remote",
        "set-url",
        "origin",
        server.url("x-access-token:tok%2Ben%2F4711%25@", "there.git"));
    assertPushes();
  }

  @Test
  void whatTheHelpersKnow() throws IOException {
    Path helper = tmp.toRealPath().resolve("helper");
    Files.writeString(
        helper,
        "#!/bin/sh\n[ \"$1\" = get ] && echo username=x-access-token && echo 'password="
            + TOKEN
            + "'\n");
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwxr-xr-x"));
    here.git("config", "credential.helper", helper.toString());
    assertPushes();
  }

  @Test
  void aWrongTokenIsRefusedAndNotShown() {
    shell.set("REPLENISH_TOKEN", "wrong-4711");
    assertTrue(refused(9).contains("REPLENISH_TOKEN"));
    here.git("remote", "set-url", "origin", server.url("tea:wrong-4711@", "there.git"));
    shell.set("REPLENISH_TOKEN", "");
    assertTrue(refused(9).contains("does not let us in"));
  }

  @Test
  void noTokenAtAll() {
    assertTrue(refused(9).contains("does not let us in"));
    assertEquals(List.of("null"), List.copyOf(server.seen()));
  }

  @Test
  void theAmbientTokenIsForItsServerOnly() {
    shell.set("GITHUB_TOKEN", TOKEN).set("GITHUB_SERVER_URL", "https://git.example.com");
    here.git("remote", "set-url", "origin", "http://nobody.invalid/there.git");
    assertTrue(refused(7).contains("can't fetch from origin"));
  }

  @Test
  void theDaemonOfGit() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process daemon =
        new ProcessBuilder(
                "git",
                "daemon",
                "--reuseaddr",
                "--listen=127.0.0.1",
                "--port=" + port,
                "--enable=receive-pack",
                "--export-all",
                "--base-path=" + tmp.toRealPath())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String url = "git://127.0.0.1:" + port + "/there.git";
      for (int i = 0; i < 100 && here.tryGit("ls-remote", url).code() != 0; i++) {
        Thread.sleep(50);
      }
      here.git("remote", "set-url", "origin", url);
      assertPushes();
    } finally {
      daemon.descendants().forEach(ProcessHandle::destroy);
      daemon.destroy();
    }
  }

  @Test
  void sshIsTheProgramThatGitCalls() throws IOException {
    Path ssh = tmp.toRealPath().resolve("ssh");
    Files.writeString(
        ssh, "#!/bin/sh\nfor last; do :; done\necho \"$@\" >> \"$0.log\"\nexec sh -c \"$last\"\n");
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
    here.git("remote", "set-url", "origin", "ssh://ana@example.com:2222" + there.root());
    shell.set("GIT_SSH_COMMAND", ssh.toString());
    assertPushes();
    String log = here.read("../ssh.log");
    assertTrue(log.contains("-o BatchMode=yes"), log);
    assertTrue(log.contains("-p 2222 ana@example.com git-receive-pack"), log);
  }
}
