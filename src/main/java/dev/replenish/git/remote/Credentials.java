package dev.replenish.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.git.setup.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Who we are over there (docs/reference/pushing.md): a token of the environment, what the URL says,
 * or what Git's credential helpers know. Each is tried once. Remembers what must never be shown.
 */
final class Credentials extends CredentialsProvider {
  private static final String TOKEN_USER = "x-access-token";
  private static final int SHORTEST_SECRET = 4;

  /** Of the patience for a whole step: how much of it a helper may take. */
  private static final int HELPERS = 6;

  private final Layout layout;
  private final Map<String, String> env;
  private final Duration patience;
  private final Deque<Pair> candidates = new ArrayDeque<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private String server = "";
  private boolean asked;

  private record Pair(String user, String password) {}

  /**
   * What is known for a server.
   *
   * @param patience how long the whole step may take for which someone asks
   */
  Credentials(Layout layout, String url, Duration patience) {
    this.layout = layout;
    this.patience = patience.dividedBy(HELPERS);
    this.env = layout.env();
    for (ConfigEntry entry : layout.config().section("http")) {
      if (entry.key().endsWith("extraheader")) {
        String value = entry.value().substring(entry.value().indexOf(':') + 1).strip();
        keepSecret(value);
        keepSecret(value.substring(value.lastIndexOf(' ') + 1));
      }
    }
    keepSecretsOf(url);
    keepSecret(token("REPLENISH_TOKEN"));
    keepSecret(token("GITHUB_TOKEN"));
  }

  private void keepSecretsOf(String url) {
    int begin = url.indexOf("://") + 3;
    int end = url.indexOf('/', begin);
    int at = url.lastIndexOf('@', end < 0 ? url.length() : end);
    if (url.startsWith("http") && at > begin) {
      String info = url.substring(begin, at);
      keepSecret(info);
      for (String part : info.split(":", 2)) {
        keepSecret(part);
        keepSecret(decoded(part));
      }
    }
  }

  /** JGit and servers may say it in either form. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private String token(String variable) {
    return env.getOrDefault(variable, "").strip();
  }

  private void keepSecret(String secret) {
    if (secret.length() >= SHORTEST_SECRET && !secret.equals(TOKEN_USER)) {
      secrets.add(secret);
    }
  }

  /** The text without any secret. */
  String clean(String text) {
    String clean = text;
    for (String secret : longestFirst()) {
      clean = clean.replace(secret, "***");
    }
    return clean;
  }

  /** A secret may begin another one, whose rest would be left. */
  private List<String> longestFirst() {
    List<String> sorted = new ArrayList<>(secrets);
    sorted.sort(Comparator.comparing(String::length).reversed());
    return sorted;
  }

  /**
   * The address to call: a token that was given for us goes along from the start, and before any
   * header of the configuration. It is never sent in the clear over a network.
   */
  URIish uri(URIish url) {
    if (!isHttp(url)) {
      return url;
    }
    server = server(url);
    String github = token("GITHUB_TOKEN");
    if (!github.isEmpty() && isSafe(url) && isGitHub(url)) {
      candidates.add(new Pair(TOKEN_USER, github));
    }
    String token = token("REPLENISH_TOKEN");
    if (!token.isEmpty() && isSafe(url)) {
      return with(url, new Pair(TOKEN_USER, token));
    }
    boolean told = url.getUser() != null && url.getPass() != null;
    return told ? with(url, new Pair(url.getUser(), url.getPass())) : url;
  }

  /** JGit decodes once more what it has decoded already. */
  private static URIish with(URIish url, Pair pair) {
    return url.setUser(URLEncoder.encode(pair.user, UTF_8))
        .setPass(URLEncoder.encode(pair.password, UTF_8));
  }

  private static boolean isHttp(URIish url) {
    return "http".equals(url.getScheme()) || "https".equals(url.getScheme());
  }

  private static boolean isSafe(URIish url) {
    return "https".equals(url.getScheme()) || isLoopback(url);
  }

  private static boolean isLoopback(URIish url) {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("::1");
  }

  /** Whether it is the server that the ambient token belongs to. */
  private boolean isGitHub(URIish url) {
    try {
      URIish github = new URIish(env.getOrDefault("GITHUB_SERVER_URL", "https://github.com"));
      return server(github).equals(server(url));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Scheme, host and port: who gets a token. */
  static String server(URIish url) {
    int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    return (url.getScheme() + "://" + url.getHost() + ":" + port).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) throws UnsupportedCredentialItem {
    if (!supports(items)) {
      return false; // a certificate that nobody vouches for is not accepted here
    }
    boolean same = server(uri).equals(server); // a redirect may have led to another one
    Optional<Pair> next = same ? Optional.ofNullable(candidates.poll()) : Optional.empty();
    if (next.isEmpty() && !asked) {
      asked = true;
      next = askHelpers(uri);
    }
    next.ifPresent(
        pair -> {
          for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
              user.setValue(pair.user);
            } else if (item instanceof CredentialItem.Password password) {
              password.setValue(pair.password.toCharArray());
            }
          }
        });
    return next.isPresent();
  }

  /** {@code git credential fill}, which asks nobody; nothing where there is no git. */
  private Optional<Pair> askHelpers(URIish uri) {
    String question = question(uri);
    if (question.isEmpty()) {
      return Optional.empty();
    }
    ProcessBuilder builder = new ProcessBuilder("git", "credential", "fill");
    builder.directory(layout.gitDir().toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(env);
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.environment().put("GIT_ASKPASS", "true");
    builder.environment().put("SSH_ASKPASS", "true");
    try {
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(question.getBytes(UTF_8));
      }
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly); // the helper
        process.destroyForcibly();
        return Optional.empty();
      }
      return answer(new String(process.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Empty where a line break in the address would make it a question about another one. */
  private static String question(URIish uri) {
    String host = uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    List<String> lines = new ArrayList<>(List.of("protocol=" + uri.getScheme(), "host=" + host));
    lines.add("path=" + String.valueOf(uri.getPath()).replaceFirst("^/+", ""));
    if (uri.getUser() != null && uri.getPass() == null) {
      lines.add("username=" + uri.getUser());
    }
    boolean plain = lines.stream().allMatch(line -> line.chars().noneMatch(c -> c < ' '));
    return plain ? String.join("\n", lines) + "\n\n" : "";
  }

  private Optional<Pair> answer(String text) {
    String user = "";
    String password = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("username=")) {
        user = line.substring("username=".length());
      } else if (line.startsWith("password=")) {
        password = line.substring("password=".length());
      }
    }
    keepSecret(password);
    return password.isEmpty() ? Optional.empty() : Optional.of(new Pair(user, password));
  }
}
