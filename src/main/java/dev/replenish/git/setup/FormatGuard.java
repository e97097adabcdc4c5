package dev.replenish.git.setup;

import dev.replenish.git.setup.GitConfig.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Refuses repository formats that can't be written safely, before JGit opens the repository: JGit
 * would truncate the ids of a SHA-256 repository and ignore extensions that it does not know.
 */
final class FormatGuard {
  private FormatGuard() {}

  static void check(GitConfig config, List<ConfigEntry> extensions) {
    int version = version(config);
    if (version > 1) {
      throw GitProblems.state(
          "the repository has format version " + version + "; only 0 and 1 are supported",
          "Use git itself here, or clone into a repository of format version 1.");
    }
    for (ConfigEntry extension : extensions) {
      if (extension.origin().startsWith("local ")) {
        check(extension.key(), extension.value());
      }
    }
  }

  private static int version(GitConfig config) {
    Optional<String> text = config.local("core", "repositoryformatversion", Scope.LOCAL);
    try {
      return text.map(t -> Integer.parseInt(t.strip())).orElse(0);
    } catch (NumberFormatException e) {
      throw GitProblems.state(
          "core.repositoryFormatVersion is not a number: " + text.orElse(""),
          "Correct the repository's config file.");
    }
  }

  private static void check(String extension, String value) {
    boolean supported =
        switch (extension) {
          case "noop", "noop-v1", "preciousobjects", "partialclone", "worktreeconfig" -> true;
          case "relativeworktrees", "submodulepathconfig" -> true;
          case "objectformat" -> value.equalsIgnoreCase("sha1");
          case "refstorage" -> value.equalsIgnoreCase("files");
          default -> false;
        };
    if (!supported) {
      throw GitProblems.state(
          "the repository uses extensions." + extension + "=" + value + ", which is not supported",
          switch (extension) {
            case "refstorage" -> "Convert it with `git refs migrate --ref-format=files`.";
            case "objectformat" -> "Use a repository with the sha1 object format.";
            default -> "Use git itself here, or a clone without this extension.";
          });
    }
  }
}
