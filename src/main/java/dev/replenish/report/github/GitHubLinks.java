package dev.replenish.report.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.audit.Commit;
import java.util.Locale;
import java.util.Map;

/**
 * Links to the GitHub server that runs a workflow.
 *
 * @param repository the address of the repository, such as {@code https://github.com/team/clock};
 *     "" if unknown, and then nothing is linked
 */
record GitHubLinks(String repository) {

  /** The links for a workflow run with these environment variables. */
  static GitHubLinks of(Map<String, String> vars) {
    String server = vars.getOrDefault("GITHUB_SERVER_URL", "");
    String name = vars.getOrDefault("GITHUB_REPOSITORY", "");
    boolean known = server.startsWith("https://") || server.startsWith("http://");
    return new GitHubLinks(known && name.indexOf('/') > 0 ? server + "/" + name : "");
  }

  /** {@code html} linked to a line of a file in a commit. */
  String line(String html, String commit, String path, int line) {
    // plain=1: a rendered Markdown file has no line anchors
    return link(html, "/blob/" + commit + "/" + encoded(path) + "?plain=1#L" + line);
  }

  /** The short id of {@code commit}, linked to it. */
  String commit(String commit) {
    return link("<code>" + Commit.shortened(commit) + "</code>", "/commit/" + commit);
  }

  private String link(String html, String rest) {
    if (repository.isEmpty()) {
      return html;
    }
    String address = repository.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    return "<a href=\"" + address + rest + "\">" + html + "</a>";
  }

  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : path.getBytes(UTF_8)) {
      boolean plain = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
      if (plain || "/-._~".indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b));
      }
    }
    return encoded.toString();
  }
}
