package dev.replenish.git.remote;

import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.git.setup.GitConfig;
import dev.replenish.git.setup.GitProblems;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.jspecify.annotations.Nullable;

/**
 * The branch of a remote that a push is about, as Git's configuration has it
 * (docs/reference/pushing.md).
 *
 * @param remote the remote's name, or a URL
 * @param url where to fetch from
 * @param pushUrl where to push to
 * @param local the full name of the local branch, whether there is one or not
 * @param name the full name of the branch over there
 * @param tracking the full name of the ref that remembers it here; "" for none
 */
record RemoteBranch(
    String remote, String url, String pushUrl, String local, String name, String tracking) {

  /**
   * The one that {@code local} is pushed to.
   *
   * @param remote the remote that was asked for; else that of the branch, else {@code origin}
   */
  static RemoteBranch of(GitConfig config, String local, Optional<String> remote) {
    String branch = Repository.shortenRefName(local);
    Optional<String> own = config.get("branch", branch, "remote").filter(r -> !r.equals("."));
    String chosen = remote.or(() -> own).orElse(Constants.DEFAULT_REMOTE_NAME);
    Optional<String> merge =
        config
            .get("branch", branch, "merge")
            .filter(ref -> ref.startsWith(Constants.R_HEADS) && own.equals(Optional.of(chosen)));
    String url = url(config, chosen);
    String pushUrl =
        config
            .get("remote", chosen, "pushurl")
            .map(given -> rewritten(config, given, "insteadof"))
            .orElseGet(() -> pushUrl(config, chosen, url));
    String name = merge.orElse(local);
    return new RemoteBranch(chosen, url, pushUrl, local, name, tracking(config, chosen, name));
  }

  /** The branch called {@code name} of the same remote. */
  RemoteBranch sibling(GitConfig config, String name) {
    return new RemoteBranch(remote, url, pushUrl, local, name, tracking(config, remote, name));
  }

  /** What to call the remote where people read it: a URL without whoever is named in it. */
  String display() {
    return remote.replaceFirst("://[^/]*@", "://");
  }

  /** Its short name, such as {@code main}. */
  String shortName() {
    return Repository.shortenRefName(name);
  }

  private static String url(GitConfig config, String remote) {
    Optional<String> url = config.get("remote", remote, "url");
    if (url.isEmpty() && !remote.contains("/") && !remote.contains(":")) {
      throw GitProblems.state(
          "there is no remote '" + remote + "' to push to",
          "Name one with --remote; `git remote -v` lists them, `git remote add` makes one.");
    }
    return rewritten(config, url.orElse(remote), "insteadof");
  }

  private static String pushUrl(GitConfig config, String remote, String url) {
    String plain = config.get("remote", remote, "url").orElse(remote);
    String rewritten = rewritten(config, plain, "pushinsteadof");
    return rewritten.equals(plain) ? url : rewritten;
  }

  /** Follows {@code url.<base>.insteadOf}: the longest beginning counts. */
  private static String rewritten(GitConfig config, String url, String variable) {
    String best = "";
    String base = "";
    for (ConfigEntry entry : config.section("url")) {
      boolean fits = entry.key().endsWith("." + variable) && url.startsWith(entry.value());
      if (fits && entry.value().length() > best.length()) {
        best = entry.value();
        base = entry.key().substring(0, entry.key().length() - variable.length() - 1);
      }
    }
    return best.isEmpty() ? url : base + url.substring(best.length());
  }

  private static String tracking(GitConfig config, String remote, String name) {
    List<ConfigEntry> entries = config.section("remote");
    for (ConfigEntry entry : entries) {
      if (entry.key().equals(remote + ".fetch")) {
        RefSpec spec = spec(entry.value());
        if (spec != null && spec.matchSource(name) && spec.getDestination() != null) {
          return spec.isWildcard()
              ? spec.expandFromSource(name).getDestination()
              : spec.getDestination();
        }
      }
    }
    return "";
  }

  private static @Nullable RefSpec spec(String text) {
    try {
      return new RefSpec(text);
    } catch (IllegalArgumentException e) {
      return null; // a negative one, or nonsense: nothing is remembered
    }
  }
}
