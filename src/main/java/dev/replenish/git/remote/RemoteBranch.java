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
 * The remote branch to push to, according to Git's configuration (docs/reference/pushing.md).
 *
 * @param remote the remote's name, or a URL
 * @param url the URL to fetch from
 * @param pushUrl the URL to push to
 * @param local the full name of the local branch, which need not exist
 * @param name the full name of the branch on the remote
 * @param tracking the full name of its remote-tracking branch; "" for none
 */
record RemoteBranch(
    String remote, String url, String pushUrl, String local, String name, String tracking) {

  /**
   * The remote branch that {@code local} is pushed to.
   *
   * @param remote the requested remote; else that of the branch, else {@code origin}
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

  /** The remote's name or URL for messages, without credentials. */
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

  /** Applies {@code url.<base>.insteadOf}: the longest matching prefix wins. */
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
      return null; // negative or invalid: no remote-tracking branch
    }
  }
}
