package dev.replenish.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Something that is measured.
 *
 * @param name what the table calls it
 * @param folder where it runs: a repository with a tag {@code base}, or any folder
 * @param reset what brings the repository back before each run; empty for nothing
 * @param command the words of the call
 * @param proof what succeeds if the run has done its work; empty for nothing
 */
record Contender(
    String name, Path folder, List<String> reset, List<String> command, List<String> proof) {
  /** What a run wrote must not be there for the next one to find: to write it is the work. */
  private static final String FORGET =
      " && git reflog expire --expire=now --all && git prune --expire=now";

  /** A script that commits in a work tree. */
  static Contender script(String name, Path folder, String script) {
    return inWorkTree(name, folder, "sh", "-c", script);
  }

  /** A command that commits in a work tree. */
  static Contender inWorkTree(String name, Path folder, String... command) {
    List<String> reset = List.of("sh", "-c", "git reset -q --hard base" + FORGET);
    return new Contender(name, folder, reset, List.of(command), List.of());
  }

  /** A command that commits in a bare repository. */
  static Contender inBare(String name, Path folder, String... command) {
    List<String> reset = List.of("sh", "-c", "git update-ref refs/heads/main base" + FORGET);
    return new Contender(name, folder, reset, List.of(command), List.of());
  }

  /** A command that changes nothing. */
  static Contender still(String name, Path folder, String... command) {
    return new Contender(name, folder, List.of(), List.of(command), List.of());
  }

  /** The same, which has to add five lines that start like this to what is committed. */
  Contender adding(String start, String path) {
    String added = "git diff base HEAD -- " + path + " | grep -c '^+" + start + "'";
    List<String> five = List.of("sh", "-c", "test \"$(" + added + ")\" = 5");
    return new Contender(name, folder, reset, command, five);
  }
}
