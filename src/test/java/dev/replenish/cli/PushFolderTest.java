package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** A push to a folder needs the git program; errors name the cause and never blame a token. */
class PushFolderTest extends BetweenClones {

  private void assertFails(String expected) {
    String error = clones.refused(7, "run", "--push");
    assertTrue(error.contains(expected), error);
    assertFalse(error.contains("REPLENISH_TOKEN"), error);
    assertFalse(error.contains("denied access"), error);
  }

  @Test
  void missingGitIsReported() throws IOException {
    Path empty = Files.createDirectory(there.root().resolveSibling("empty"));
    shell.set("PATH", empty.toString());
    assertFails("can't push to origin: pushing to a folder needs the git program, which is not on");
    shell.set("PATH", "");
    assertFails("which is not on PATH");
  }

  @Test
  void errorOfGitReceivePackIsReported() throws IOException {
    there.git("config", "core.repositoryFormatVersion", "1");
    Files.writeString(
        there.root().resolve("config"),
        "[extensions]\n\tnonsense = true\n",
        StandardOpenOption.APPEND);
    Shell.Result result = shell.run("run", "--push");
    assertEquals(7, result.code(), result.all());
    String error = result.err();
    assertTrue(
        error.contains("can't push to origin: git receive-pack: fatal: unknown repo"), error);
    assertFalse(error.contains("REPLENISH_TOKEN"), error);
  }
}
