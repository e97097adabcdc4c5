package dev.replenish.git.setup;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a repository that another user owns, as Git does since CVE-2022-24765, unless the user
 * lists it in {@code safe.directory}.
 */
final class OwnerGuard {
  private final GitConfig config;
  private final Map<String, String> env;
  private final CurrentUser user = new CurrentUser();

  OwnerGuard(GitConfig config, Map<String, String> env) {
    this.config = config;
    this.env = env;
  }

  /** Checks the git directory, the {@code .git} file and the work tree. */
  void check(Discovery found) {
    if (found.explicit()) {
      return; // Git trusts what GIT_DIR names
    }
    Path top = found.candidate() == null ? found.gitDir() : found.candidate();
    if (ownsAll(found) || isSafe(top)) {
      return;
    }
    throw GitProblems.state(
        top + " belongs to another user",
        "If you trust it, run `git config --global --add safe.directory '" + top + "'`.");
  }

  /**
   * Refuses a bare repository found by searching if {@code safe.bareRepository} is {@code
   * explicit}.
   */
  void checkBare(Discovery found) {
    boolean hidden = found.gitDir().endsWith(".git") || found.linked();
    boolean explicitOnly = false;
    for (String value : config.protectedValues("safe", "barerepository")) {
      explicitOnly = value.equalsIgnoreCase("explicit");
    }
    if (explicitOnly && !found.explicit() && found.candidate() == null && !hidden) {
      throw GitProblems.state(
          "safe.bareRepository is 'explicit' and " + found.gitDir() + " is a bare repository",
          "Name it: set GIT_DIR=" + found.gitDir() + ".");
    }
  }

  private boolean ownsAll(Discovery found) {
    if (GitConfig.isTrue(env.getOrDefault("GIT_TEST_ASSUME_DIFFERENT_OWNER", ""))) {
      return false;
    }
    return owns(found.gitDir()) && owns(found.gitFile()) && owns(found.candidate());
  }

  private boolean owns(@Nullable Path path) {
    return path == null || user.owns(path, env.getOrDefault("SUDO_UID", ""));
  }

  private boolean isSafe(Path top) {
    boolean safe = false;
    for (String value : config.protectedValues("safe", "directory")) {
      // An empty value discards the earlier ones.
      safe = !value.isEmpty() && (safe || covers(value, top));
    }
    return safe;
  }

  private boolean covers(String value, Path top) {
    if (value.equals("*")) {
      return true;
    }
    boolean below = value.endsWith("/*");
    String named = below ? value.substring(0, value.length() - 2) : value;
    Path path = new ConfigLocations(env).expand(named.isEmpty() ? "/" : named);
    if (!path.isAbsolute()) {
      return false;
    }
    Path real = Discovery.real(path);
    return below ? top.startsWith(real) && !top.equals(real) : top.equals(real);
  }
}
