package dev.replenish.git.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An opened repository's folders and settings.
 *
 * @param workTree the root of the work tree, or null in a bare repository
 * @param index the index file of this work tree, whatever {@code GIT_INDEX_FILE} says
 */
public record Layout(
    Discovery found,
    GitConfig config,
    @Nullable Path workTree,
    Path index,
    Map<String, String> env) {

  /** Finds the repository; refuses one that can't be used safely, before JGit opens it. */
  public static Layout open(Path start, Map<String, String> env) {
    Discovery found = Discovery.from(start, env);
    GitConfig config = GitConfig.load(found, env);
    OwnerGuard owner = new OwnerGuard(config, env);
    owner.check(found);
    owner.checkBare(found);
    FormatGuard.check(config, config.section("extensions"));
    return new Layout(
        found,
        config,
        found.workTree(config, env),
        // The real path, so that the target of a linked index is replaced, as in Git.
        realFile(found.gitDir().resolve("index")),
        env);
  }

  /** The real path of a file; only its folder must exist. */
  private static Path realFile(Path file) {
    if (Files.exists(file)) {
      return Discovery.real(file);
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder == null ? absolute : Discovery.real(folder).resolve(folder.relativize(absolute));
  }

  /** The index that {@code GIT_INDEX_FILE} names in place of the work tree's own; null for none. */
  @Nullable Path foreignIndex() {
    String named = env.getOrDefault("GIT_INDEX_FILE", "");
    if (named.isEmpty()) {
      return null;
    }
    Path file = realFile(found.start().resolve(named));
    return file.equals(index) ? null : file;
  }

  /** The start folder relative to the work tree's root with {@code /}; "" at the root. */
  public String prefix() {
    return workTree == null || !found.start().startsWith(workTree)
        ? ""
        : RepoPath.of(workTree.relativize(found.start()));
  }

  /** The git directory of this work tree. */
  public Path gitDir() {
    return found.gitDir();
  }

  /** The git directory that all work trees share. */
  public Path commonDir() {
    return found.commonDir();
  }

  /** The permissions of the repository's files. */
  public SharedPermissions shared() {
    return SharedPermissions.of(config);
  }

  /** Whether the repository as a whole is bare, not only this folder outside of a work tree. */
  public boolean isBare() {
    return config.local("core", "bare", GitConfig.Scope.LOCAL).map(GitConfig::isTrue).orElse(false);
  }

  /**
   * The files that define attributes, apart from commit and index; {@code workTree} may be null.
   */
  public Attributes.Places attributes(@Nullable Path workTree) {
    ConfigLocations places = new ConfigLocations(env);
    return new Attributes.Places(
        places.systemAttributes(),
        config.get("core", "attributesfile").map(places::expand).orElse(places.xdg("attributes")),
        commonDir().resolve("info").resolve("attributes"),
        workTree,
        config.getBoolean("core", "ignorecase", false));
  }
}
