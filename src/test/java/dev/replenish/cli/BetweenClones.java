package dev.replenish.cli;

import dev.replenish.git.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The fixture of push tests: {@link Clones}, with their parts as fields. */
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
