package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.replenish.git.GitSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --push} to servers on loopback: which credentials are sent, and that none leaks. */
@Tag("long")
class PushServersTest {
  private static final String TOKEN = "tok+en/sesame%";

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
    assertFalse(here.read(".git/config").contains("sesame") && !isTokenConfigured());
    assertFalse(there.git("log", "-1", "--format=%B").contains("sesame"));
  }

  /** Whether the test itself has stored the token in the configuration. */
  private boolean isTokenConfigured() {
    return here.tryGit("config", "--get-regexp", "extraheader|url").out().contains("sesame");
  }

  private Path script(String name, String lines) throws IOException {
    Path script = tmp.toRealPath().resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private String refused(int code) {
    String before = tip();
    Shell.Result result = shell.run("run", "-v", "--push");
    assertEquals(code, result.code(), result.all());
    assertEquals(before, tip());
    assertFalse(result.all().contains("sesame"), result.all());
    assertFalse(result.all().contains(LoopbackServer.base64("x-access-token:" + TOKEN)));
    return result.err();
  }

  @Test
  void tokenOfEnvironmentIsUsed() {
    shell.set("REPLENISH_TOKEN", TOKEN).set("GITHUB_TOKEN", "another");
    assertPushes();
  }

  @Test
  void githubTokenIsUsedForItsServer() {
    shell.set("GITHUB_TOKEN", TOKEN).set("GITHUB_SERVER_URL", server.url("", ""));
    assertPushes();
  }

  @Test
  void tokenTakesPrecedenceOverExtraHeader() {
    here.git("config", "http.extraheader", "Authorization: Basic d3Jvbmc=");
    shell.set("REPLENISH_TOKEN", TOKEN);
    assertPushes();
    assertFalse(server.seen().contains("Basic d3Jvbmc="), server.seen().toString());
  }

  @Test
  void githubTokenIsNotSentToAnotherServer() {
    shell.set("GITHUB_TOKEN", TOKEN); // of github.com
    refused(9);
    assertEquals(List.of("null"), List.copyOf(server.seen()));
    shell.set("GITHUB_SERVER_URL", "http://127.0.0.1"); // at another port
    refused(9);
    assertEquals(List.of("null", "null"), List.copyOf(server.seen()));
  }

  /** A server that redirects every call to {@code target}. */
  private static HttpServer redirectingServer(String target) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        call -> {
          String rest = call.getRequestURI().toString().replaceFirst("^/there.git", "");
          call.getResponseHeaders().add("Location", target + rest);
          call.sendResponseHeaders(302, -1);
          call.close();
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"}) // another host; the same at another port
  void redirectToAnotherServerGetsNoToken(String host) throws IOException {
    HttpServer redirecting =
        redirectingServer(server.url("", "there.git").replace("127.0.0.1", host));
    try {
      String url = "http://127.0.0.1:" + redirecting.getAddress().getPort();
      here.git("remote", "set-url", "origin", url + "/there.git");
      shell.set("REPLENISH_TOKEN", TOKEN).set("GITHUB_TOKEN", TOKEN).set("GITHUB_SERVER_URL", url);
      refused(9);
      assertEquals(Set.of("null"), Set.copyOf(server.seen()));
      here.git("config", "http.extraheader", "Authorization: Basic dG9rLTQ3MTE=");
      refused(9);
      assertEquals(Set.of("null"), Set.copyOf(server.seen()));
    } finally {
      redirecting.stop(0);
    }
  }

  @Test
  void redirectOnSameServerKeepsToken() throws IOException {
    shell.set("REPLENISH_TOKEN", TOKEN);
    server.redirect("/moved", "/there.git");
    here.git("remote", "set-url", "origin", server.url("", "moved"));
    assertPushes();
  }

  /** Sets the remote to a host that only a proxy can reach; returns the proxy's URL. */
  private String useHostBehindProxy() {
    String url = server.url("", "");
    here.git(
        "remote",
        "set-url",
        "origin",
        "http://x-access-token:tok%2Ben%2Fsesame%25@tea.invalid/there.git");
    return url.substring(0, url.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http.proxy", "remote.origin.proxy"})
  void proxyOfConfigurationIsUsed(String setting) {
    here.git("config", setting, useHostBehindProxy());
    assertPushes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http_proxy", "all_proxy", "ALL_PROXY"})
  void proxyOfEnvironmentIsUsed(String variable) {
    shell.set(variable, useHostBehindProxy());
    assertPushes();
  }

  @ParameterizedTest
  @CsvSource({"no_proxy, .invalid", "NO_PROXY, 'example.com, tea.invalid'", "no_proxy, *"})
  void hostsOfNoProxyVariableBypassProxy(String variable, String hosts) {
    shell.set("http_proxy", useHostBehindProxy()).set(variable, hosts);
    refused(7);
    assertEquals(List.of(), List.copyOf(server.seen()));
  }

  @Test
  void emptySettingDisablesProxy() {
    shell.set("http_proxy", useHostBehindProxy());
    here.git("config", "http.proxy", "");
    refused(7);
    assertEquals(List.of(), List.copyOf(server.seen()));
  }

  @Test
  void proxyThatNeedsPasswordIsNotContacted() {
    here.git("config", "http.proxy", useHostBehindProxy().replace("://", "://ana:se-sesame@"));
    assertTrue(refused(4).contains("the proxy wants a user and a password"));
    assertEquals(List.of(), List.copyOf(server.seen()));
  }

  @Test
  void invalidHeaderIsNotShown() {
    here.git("config", "http.extraheader", "tok-sesame");
    here.git("config", "--add", "http.extraheader", "Authorization: Basic t\u00f6k-sesame");
    PrintStream err = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, UTF_8)); // libraries log there
    try {
      refused(9);
    } finally {
      System.setErr(err);
    }
    assertEquals("", logged.toString(UTF_8));
  }

  @Test
  void lineBreakInUrlDoesNotRequestPasswordOfAnotherHost() throws IOException {
    Path helper = script("helper", "cat > \"$0.asked\"");
    here.git("config", "credential.helper", helper.toString());
    String path = "x%0ahost=git.example.com%0a/there.git";
    here.git("remote", "set-url", "origin", server.url("", path));
    Shell.Result result = shell.run("run", "--push");
    assertTrue(result.code() == 7 || result.code() == 9, result.all());
    Path asked = tmp.resolve("helper.asked");
    assertFalse(Files.exists(asked) && Files.readString(asked).contains("\nhost=git.example.com"));
  }

  @Test
  void messageOfRefusingHookIsShown() throws IOException {
    shell.set("REPLENISH_TOKEN", TOKEN);
    Path hook = there.root().resolve("hooks/pre-receive");
    Files.writeString(hook, "#!/bin/sh\necho 'tea is closed' >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    String error = refused(9);
    assertTrue(error.contains("tea is closed"), error);
    assertTrue(error.contains("--pr-branch"), error);
  }

  @Test
  void pathNamedAuthenticationIsNoAuthenticationError() {
    here.git("remote", "set-url", "origin", tmp + "/authentication-4712.git");
    assertTrue(refused(7).contains("can't fetch from origin"));
  }

  @Test
  void extraHeaderOfConditionalIncludeIsUsed() {
    String header = "Authorization: Basic " + LoopbackServer.base64("x-access-token:" + TOKEN);
    String section = "[http \"" + server.url("", "") + "\"]";
    here.write("../included", section + "\n\textraheader = " + header + "\n");
    here.git("config", "includeIf.gitdir:" + here.root() + "/.git.path", tmp + "/included");
    assertPushes();
  }

  @Test
  void userAndPasswordOfUrlAreUsed() {
    here.git(
        "remote",
        "set-url",
        "origin",
        server.url("x-access-token:tok%2Ben%2Fsesame%25@", "there.git"));
    assertPushes();
  }

  @Test
  void passwordOfCredentialHelperIsUsed() throws IOException {
    String commands = "echo username=x-access-token && echo 'password=" + TOKEN + "'";
    Path helper = script("helper", "[ \"$1\" = get ] && " + commands);
    here.git("config", "credential.helper", helper.toString());
    assertPushes();
  }

  @Test
  void wrongTokenIsRefusedAndNotShown() {
    shell.set("REPLENISH_TOKEN", "wrong-sesame");
    assertTrue(refused(9).contains("REPLENISH_TOKEN"));
    here.git("remote", "set-url", "origin", server.url("tea:wrong-sesame@", "there.git"));
    shell.set("REPLENISH_TOKEN", "");
    assertTrue(refused(9).contains("denied access"));
  }

  @Test
  void missingTokenIsReported() {
    assertTrue(refused(9).contains("denied access"));
    assertEquals(List.of("null"), List.copyOf(server.seen()));
  }

  @Test
  void githubTokenOfAnotherServerLeavesFetchErrorAsItIs() {
    shell.set("GITHUB_TOKEN", TOKEN).set("GITHUB_SERVER_URL", "https://git.example.com");
    here.git("remote", "set-url", "origin", "http://nobody.invalid/there.git");
    assertTrue(refused(7).contains("can't fetch from origin"));
  }

  @Test
  void gitDaemonIsPushedTo() throws Exception {
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
  void configuredSshCommandIsUsed() throws IOException {
    Path ssh =
        script("ssh", "for last; do :; done\necho \"$@\" >> \"$0.log\"\nexec sh -c \"$last\"");
    here.git("remote", "set-url", "origin", "ssh://ana@example.com:2222" + there.root());
    shell.set("GIT_SSH_COMMAND", ssh.toString());
    assertPushes();
    String log = here.read("../ssh.log");
    assertTrue(log.contains("-o BatchMode=yes"), log);
    assertTrue(log.contains("-p 2222 ana@example.com git-receive-pack"), log);
  }
}
