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
 * The credentials for a remote (docs/reference/pushing.md): a token in the environment, those in
 * the URL, or those of Git's credential helpers. Each is tried once. Also masks secrets in
 * messages.
 */
final class Credentials extends CredentialsProvider {
  private static final String TOKEN_USER = "x-access-token";
  private static final int MIN_SECRET_LENGTH = 4;

  /** A helper may take the timeout of a whole step divided by this. */
  private static final int HELPER_DIVISOR = 6;

  private final Layout layout;
  private final Map<String, String> env;
  private final Duration helperTimeout;
  private final Deque<Pair> candidates = new ArrayDeque<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private String server = "";
  private boolean helpersAsked;

  private record Pair(String user, String password) {}

  /**
   * The credentials for the server at {@code url}.
   *
   * @param timeout how long the whole step that needs them may take
   */
  Credentials(Layout layout, String url, Duration timeout) {
    this.layout = layout;
    this.helperTimeout = timeout.dividedBy(HELPER_DIVISOR);
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

  /** JGit and servers may show it encoded or decoded. */
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
    if (secret.length() >= MIN_SECRET_LENGTH && !secret.equals(TOKEN_USER)) {
      secrets.add(secret);
    }
  }

  /** The text with every secret masked. */
  String clean(String text) {
    String clean = text;
    for (String secret : longestFirst()) {
      clean = clean.replace(secret, "***");
    }
    return clean;
  }

  /** The longest first: a secret may be a prefix of another one, whose rest would stay visible. */
  private List<String> longestFirst() {
    List<String> sorted = new ArrayList<>(secrets);
    sorted.sort(Comparator.comparing(String::length).reversed());
    return sorted;
  }

  /**
   * The URL to call, with the token for Replenish if there is one, which goes before any header of
   * the configuration. It is never sent unencrypted over a network.
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
    boolean given = url.getUser() != null && url.getPass() != null;
    return given ? with(url, new Pair(url.getUser(), url.getPass())) : url;
  }

  /** Encodes both, because JGit decodes them a second time. */
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

  /** Whether it is the server that {@code GITHUB_TOKEN} belongs to. */
  private boolean isGitHub(URIish url) {
    try {
      URIish github = new URIish(env.getOrDefault("GITHUB_SERVER_URL", "https://github.com"));
      return server(github).equals(server(url));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The scheme, host and port that may receive a token. */
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
      return false; // JGit asks whether to trust an unverified certificate: no
    }
    boolean same = server(uri).equals(server); // a redirect may have led to another server
    Optional<Pair> next = same ? Optional.ofNullable(candidates.poll()) : Optional.empty();
    if (next.isEmpty() && !helpersAsked) {
      helpersAsked = true;
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

  /** Runs {@code git credential fill} without prompts; empty if there is no git. */
  private Optional<Pair> askHelpers(URIish uri) {
    String input = credentialInput(uri);
    if (input.isEmpty()) {
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
        in.write(input.getBytes(UTF_8));
      }
      if (!process.waitFor(helperTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly); // the helper too
        process.destroyForcibly();
        return Optional.empty();
      }
      return parse(new String(process.getInputStream().readAllBytes(), UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * The input for {@code git credential fill}; empty if a control character in the URL could inject
   * another line.
   */
  private static String credentialInput(URIish uri) {
    String host = uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    List<String> lines = new ArrayList<>(List.of("protocol=" + uri.getScheme(), "host=" + host));
    lines.add("path=" + String.valueOf(uri.getPath()).replaceFirst("^/+", ""));
    if (uri.getUser() != null && uri.getPass() == null) {
      lines.add("username=" + uri.getUser());
    }
    boolean plain = lines.stream().allMatch(line -> line.chars().noneMatch(c -> c < ' '));
    return plain ? String.join("\n", lines) + "\n\n" : "";
  }

  private Optional<Pair> parse(String text) {
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
