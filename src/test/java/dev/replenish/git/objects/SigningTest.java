package dev.replenish.git.objects;

import static dev.replenish.board.ErrorCode.REPOSITORY_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.git.CommitSession;
import dev.replenish.git.GitTest;
import dev.replenish.git.Repo;
import dev.replenish.git.identity.AuthorOverride;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed commits, made by the programs that Git would call and checked by git. */
class SigningTest extends GitTest {

  @BeforeEach
  void enableSigning() {
    box.git("config", "commit.gpgsign", "true");
  }

  private Path script(String text) throws IOException {
    Path script = tmp.toRealPath().resolve("fake gpg");
    Files.writeString(script, "#!/bin/sh\n" + text);
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }

  private String createSshKey() throws Exception {
    Path key = tmp.toRealPath().resolve("key");
    Process process;
    try {
      process =
          new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
              .start();
    } catch (IOException e) {
      Assumptions.abort("no ssh-keygen here");
      throw e;
    }
    assertEquals(0, process.waitFor());
    String allowed = "carl@example.com " + Files.readString(Path.of(key + ".pub"));
    Files.writeString(tmp.resolve("allowed"), allowed);
    box.git("config", "gpg.format", "ssh");
    box.git("config", "gpg.ssh.allowedSignersFile", tmp.toRealPath().resolve("allowed").toString());
    return key.toString();
  }

  @Test
  void sshSignatureIsVerifiedByGit() throws Exception {
    box.git("config", "user.signingKey", createSshKey());
    replenish();
    box.git("verify-commit", "HEAD");
    assertEquals("G\n", box.git("log", "-1", "--format=%G?"));
    assertHealthy();
  }

  @Test
  void defaultKeyCommandIsUsedForSsh() throws Exception {
    String key = createSshKey();
    box.git("config", "gpg.ssh.defaultKeyCommand", "echo " + key);
    replenish();
    box.git("verify-commit", "HEAD");
  }

  @Test
  void missingSshKeyIsRefused() throws Exception {
    createSshKey();
    Problem problem = refused(REPOSITORY_STATE, () -> replenish());
    assertContains("user.signingKey", problem.message());
    assertHealthy();
  }

  @Test
  void gpgProgramReceivesTheKeyAndTheCommit() throws IOException {
    Path seen = tmp.toRealPath().resolve("seen");
    Path gpg =
        script(
            "echo \"$@\" > "
                + seen
                + "\ncat >> "
                + seen
                + "\n"
                + "echo '[GNUPG:] SIG_CREATED D' >&2\n"
                + "printf -- '-----BEGIN PGP SIGNATURE-----\\r"
                + "\\n"
                + "\\r"
                + "\\n"
                + "abc\\n"
                + "-----END PGP SIGNATURE-----\\n"
                + "'\n");
    box.git("config", "gpg.program", gpg.toString());
    box.git("config", "user.signingKey", "ABCD");
    replenish();
    String raw = box.git("cat-file", "commit", "HEAD");
    assertContains(
        "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n", raw);
    String unsigned = raw.replaceFirst("gpgsig (?:.*\n)(?: .*\n)*", "");
    assertEquals("--status-fd=2 -bsau ABCD\n" + unsigned, Files.readString(seen));
    assertHealthy();
  }

  @Test
  void committerIsNamedWithoutASigningKey() throws IOException {
    Path gpg =
        script(
            "test \"$3\" = 'Carl Committer <carl@example.com>' || exit 9\n"
                + "echo '[GNUPG:] SIG_CREATED D' >&2\necho sig\n");
    box.git("config", "gpg.program", gpg.toString());
    replenish();
    assertContains("\ngpgsig sig\n", box.git("cat-file", "commit", "HEAD"));
  }

  @Test
  void x509UsesItsOwnProgram() throws IOException {
    Path gpgsm = script("echo '[GNUPG:] SIG_CREATED D' >&2\necho x509\n");
    box.git("config", "gpg.format", "x509");
    box.git("config", "gpg.x509.program", gpgsm.toString());
    replenish();
    assertContains("\ngpgsig x509\n", box.git("cat-file", "commit", "HEAD"));
  }

  @Test
  void failingProgramIsReportedAndNothingIsWritten() throws IOException {
    Path gpg = script("echo 'gpg: no secret key' >&2\nexit 2\n");
    box.git("config", "gpg.program", gpg.toString());
    String before = snapshot();
    Problem problem = refused(REPOSITORY_STATE, () -> replenish());
    assertContains("no secret key", problem.message());
    assertContains("--no-gpg-sign", problem.next());
    assertEquals(before, snapshot());
  }

  @Test
  void programThatSignsNothingIsRefused() throws IOException {
    box.git("config", "gpg.program", script("exit 0\n").toString());
    refused(REPOSITORY_STATE, () -> replenish());
  }

  @Test
  void missingProgramIsReported() {
    box.git("config", "gpg.program", "/nowhere/gpg");
    Problem problem = refused(REPOSITORY_STATE, () -> replenish());
    assertContains("can't be signed", problem.message());
  }

  @Test
  void temporaryFilesAreInTmpdir() throws IOException {
    Path tmpdir = Files.createDirectory(tmp.resolve("mine"));
    Path seen = tmp.toRealPath().resolve("seen");
    Path gpg =
        script(
            "ls \"$TMPDIR\" > " + seen + "\necho '[GNUPG:] SIG_CREATED D' >&2\necho signature\n");
    box.git("config", "gpg.program", gpg.toString());
    box.env().put("TMPDIR", tmpdir.toString());
    replenish();
    assertContains("replenish-sign", Files.readString(seen));
    assertEquals(0, tmpdir.toFile().list().length);
  }

  @Test
  void readOnlyTemporaryFolderIsNamed() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no folder refuses everybody");
    box.env().put("TMPDIR", "/proc/self");
    String before = snapshot();
    Problem problem = refused(ErrorCode.IO, () -> replenish());
    assertContains("temporary files, /proc/self: ", problem.message());
    assertContains("Set TMPDIR", problem.next());
    assertEquals(before, snapshot());
  }

  @Test
  void unknownFormatIsReported() {
    box.git("config", "gpg.format", "wax");
    assertContains("'wax'", refused(REPOSITORY_STATE, () -> replenish()).message());
  }

  @Test
  void signingCanBeSwitchedOff() throws IOException {
    box.git("config", "gpg.program", "/nowhere/gpg");
    try (Repo repo = open();
        CommitSession session = repo.begin(Optional.empty())) {
      session.commit(
          List.of(change(TODO, "x\n")),
          MESSAGE,
          new AuthorOverride(Optional.empty(), ZonedDateTime.now(), false));
    }
    assertFalse(box.git("cat-file", "commit", "HEAD").contains("gpgsig"));
    assertHealthy();
  }
}
