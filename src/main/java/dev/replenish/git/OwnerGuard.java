package dev.replenish.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a repository that belongs to somebody else, as Git does since CVE-2022-24765, unless the
 * user lists it in {@code safe.directory}.
 */
final class OwnerGuard {
  private final GitConfig config;
  private final Map<String, String> env;

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
    throw Refusals.state(
        top + " belongs to another user",
        "If you trust it, run `git config --global --add safe.directory '" + top + "'`.");
  }

  /** Refuses a bare repository found by searching where the user wants such ones named. */
  void checkBare(Discovery found) {
    boolean hidden = found.gitDir().endsWith(".git") || found.linked();
    boolean explicitOnly = false;
    for (String value : config.protectedValues("safe", "barerepository")) {
      explicitOnly = value.equalsIgnoreCase("explicit");
    }
    if (explicitOnly && !found.explicit() && found.candidate() == null && !hidden) {
      throw Refusals.state(
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
    if (path == null) {
      return true;
    }
    try {
      Object owner = uid(path);
      if (owner == null) {
        return ownsByName(path);
      }
      Object me = uid(Path.of("/proc/self"));
      if (me == null) {
        return ownsByName(path);
      }
      // Git lets root, called by sudo, work on the caller's repositories.
      return owner.equals(me)
          || (me.equals(0) && owner.toString().equals(env.getOrDefault("SUDO_UID", "")));
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable Object uid(Path path) {
    try {
      return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean ownsByName(Path path) throws IOException {
    String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    String name = owner.substring(owner.lastIndexOf('\\') + 1);
    return name.equalsIgnoreCase(System.getProperty("user.name"))
        || owner.equals("BUILTIN\\Administrators");
  }

  private boolean isSafe(Path top) {
    boolean safe = false;
    for (String value : config.protectedValues("safe", "directory")) {
      // An empty value forgets the ones before it.
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
    Path path = new ConfigPlaces(env).expand(named.isEmpty() ? "/" : named);
    if (!path.isAbsolute()) {
      return false;
    }
    Path real = Discovery.real(path);
    return below ? top.startsWith(real) && !top.equals(real) : top.equals(real);
  }
}
