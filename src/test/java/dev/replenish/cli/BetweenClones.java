package dev.replenish.cli;

import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of pushes start from: our clone, somebody else's, and the bare repository between. */
abstract class BetweenClones {
  @TempDir Path tmp;

  Clones clones;
  Shell shell;
  GitSandbox here;
  GitSandbox there;
  GitSandbox other;

  @BeforeEach
  void clones() {
    clones = new Clones(tmp);
    shell = clones.shell;
    here = clones.here;
    there = clones.there;
    other = clones.other;
  }
}
