package dev.replenish.cli;

import static dev.replenish.cli.Shell.group;
import static dev.replenish.cli.Shell.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.replenish.git.GitSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --push} by SSH to a real server on loopback, with temporary keys. */
@Tag("long")
class PushSshTest {
  private static final List<Path> SSHD_PATHS =
      List.of(Path.of("/usr/sbin/sshd"), Path.of("/usr/local/sbin/sshd"), Path.of("/usr/bin/sshd"));

  @TempDir Path tmp;

  private Path keys;
  private Shell shell;
  private GitSandbox here;
  private GitSandbox there;
  private Process server;
  private int port;

  @BeforeEach
  void serve() throws Exception {
    Path sshd = SSHD_PATHS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(sshd != null, "no sshd is installed here");
    keys = Files.createDirectory(tmp.toRealPath().resolve("keys"));
    key("host");
    key("user");
    Files.copy(keys.resolve("user.pub"), keys.resolve("authorized_keys"));
    start(sshd);
    shell = Shell.withBacklog(tmp, group("dev", "high", ready("A-1", "Boil")));
    here = shell.git();
    here.git("clone", "-q", "--bare", ".", tmp + "/there.git");
    there = here.at(tmp.resolve("there.git"));
    String user = System.getProperty("user.name");
    String url = "ssh://" + user + "@127.0.0.1:" + port + there.root().toRealPath();
    here.git("remote", "add", "origin", url);
  }

  private void key(String name) throws Exception {
    Path file = keys.resolve(name);
    List<String> command =
        List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file.toString());
    Process keygen = new ProcessBuilder(command).inheritIO().start();
    assumeTrue(keygen.waitFor() == 0, "ssh-keygen makes no key here");
  }

  private void start(Path sshd) throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path config = keys.resolve("sshd_config");
    Files.writeString(
        config,
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        """
            .formatted(port, keys.resolve("host"), keys.resolve("authorized_keys")));
    Path log = keys.resolve("sshd.log");
    ProcessBuilder builder =
        new ProcessBuilder(sshd.toString(), "-D", "-e", "-f", config.toString());
    server = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    for (int i = 0; i < 100 && server.isAlive() && !answers(); i++) {
      Thread.sleep(50);
    }
    assumeTrue(answers(), () -> "sshd does not start here: " + text(log));
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.getInputStream().read() == 'S'; // SSH-2.0-...
    } catch (IOException e) {
      return false;
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
    }
  }

  /** Configures the test's key and these known hosts, and nothing of the machine's user. */
  private void trustHosts(String hosts) throws IOException {
    Path knownHosts = keys.resolve("known_hosts");
    Files.writeString(knownHosts, hosts);
    String options = "-F none -o IdentitiesOnly=yes -o IdentityFile=" + keys.resolve("user");
    String ssh = "ssh " + options + " -o UserKnownHostsFile=" + knownHosts;
    here.git("config", "core.sshCommand", ssh + " -o GlobalKnownHostsFile=none");
  }

  private String host() throws IOException {
    return "[127.0.0.1]:" + port + " " + Files.readString(keys.resolve("host.pub"));
  }

  private String refused(int code) {
    String before = there.git("rev-parse", "main");
    Shell.Result run = shell.run("run", "--push");
    assertEquals(code, run.code(), run.all());
    assertEquals(before, there.git("rev-parse", "main"));
    return run.err();
  }

  @Test
  void commitIsPushed() throws IOException {
    trustHosts(host());
    String commit = shell.json(0, "run", "--push").get("commit").asText();
    assertEquals(commit, there.git("rev-parse", "main").strip());
    assertEquals(commit, here.git("rev-parse", "main").strip());
    assertEquals("[127.0.0.1]", Files.readString(keys.resolve("known_hosts")).substring(0, 11));
  }

  @Test
  void messageOfRemoteHookIsShown() throws IOException {
    trustHosts(host());
    Path hook = there.root().resolve("hooks/pre-receive");
    Files.writeString(hook, "#!/bin/sh\necho 'tea is closed' >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertTrue(refused(9).contains("tea is closed"));
  }

  @Test
  void unknownHostIsRefusedWithoutPrompt() throws IOException {
    trustHosts("");
    String error = refused(7);
    assertTrue(error.contains("Host key verification failed"), error);
  }

  @Test
  void keyUnknownToServerIsRefused() throws IOException {
    trustHosts(host());
    Files.writeString(keys.resolve("authorized_keys"), "");
    String error = refused(9);
    assertTrue(error.contains("denied access"), error);
  }
}
