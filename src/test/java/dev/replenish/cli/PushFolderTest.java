package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** A push to a folder takes the git program; what is wrong with it is said, and no token blamed. */
class PushFolderTest extends BetweenClones {

  private void assertSays(String words) {
    String said = clones.refused(7, "run", "--push");
    assertTrue(said.contains(words), said);
    assertFalse(said.contains("REPLENISH_TOKEN"), said);
    assertFalse(said.contains("denied access"), said);
  }

  @Test
  void withoutGitOnThePath() throws IOException {
    Path empty = Files.createDirectory(there.root().resolveSibling("empty"));
    shell.set("PATH", empty.toString());
    assertSays("can't push to origin: pushing to a folder takes the git program, and none is on");
    shell.set("PATH", "");
    assertSays("none is on PATH");
  }

  @Test
  void withAGitThatDoesNotLikeTheFolder() throws IOException {
    there.git("config", "core.repositoryFormatVersion", "1");
    Files.writeString(
        there.root().resolve("config"),
        "[extensions]\n\tnonsense = true\n",
        StandardOpenOption.APPEND);
    Shell.Result result = shell.run("run", "--push");
    assertEquals(7, result.code(), result.all());
    String said = result.err();
    assertTrue(said.contains("can't push to origin: git receive-pack: fatal: unknown repo"), said);
    assertFalse(said.contains("REPLENISH_TOKEN"), said);
  }
}
