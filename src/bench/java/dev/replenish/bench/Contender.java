package dev.replenish.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that is measured.
 *
 * @param name its name in the table
 * @param folder where it runs: a repository with a tag {@code base}, or any folder
 * @param reset the command that resets the repository before each run; empty if none
 * @param command the command and its arguments
 * @param proof a command that succeeds if the run has done its work; empty if none
 */
record Contender(
    String name, Path folder, List<String> reset, List<String> command, List<String> proof) {
  /** Removes the objects that a run wrote: to write them is part of the measured work. */
  private static final String PRUNE =
      " && git reflog expire --expire=now --all && git prune --expire=now";

  /** A script that commits in a work tree. */
  static Contender script(String name, Path folder, String script) {
    return inWorkTree(name, folder, "sh", "-c", script);
  }

  /** A command that commits in a work tree. */
  static Contender inWorkTree(String name, Path folder, String... command) {
    List<String> reset = List.of("sh", "-c", "git reset -q --hard base" + PRUNE);
    return new Contender(name, folder, reset, List.of(command), List.of());
  }

  /** A command that commits in a bare repository. */
  static Contender inBare(String name, Path folder, String... command) {
    List<String> reset = List.of("sh", "-c", "git update-ref refs/heads/main base" + PRUNE);
    return new Contender(name, folder, reset, List.of(command), List.of());
  }

  /** A command that changes nothing. */
  static Contender readOnly(String name, Path folder, String... command) {
    return new Contender(name, folder, List.of(), List.of(command), List.of());
  }

  /** This contender, which must commit five more lines that begin with {@code start}. */
  Contender requiringLines(String start, String path) {
    String added = "git diff base HEAD -- " + path + " | grep -c '^+" + start + "'";
    List<String> five = List.of("sh", "-c", "test \"$(" + added + ")\" = 5");
    return new Contender(name, folder, reset, command, five);
  }
}
