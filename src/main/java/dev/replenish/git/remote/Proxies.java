package dev.replenish.git.remote;

import dev.replenish.git.setup.GitConfig;
import dev.replenish.git.setup.GitProblems;
import dev.replenish.git.setup.Layout;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxy for a server, chosen as Git and curl do (docs/reference/pushing.md).
 *
 * @param set the configured proxy; "" for no proxy
 * @param env the environment, used if nothing is configured
 */
record Proxies(Optional<String> set, Map<String, String> env) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:(\\w+)://)?(?:[^@/]*@)?(\\[[^\\]]+\\]|[^:/]+)(?::(\\d{1,5}))?/?");
  private static final int DEFAULT_PORT = 1080;

  /** The proxies for a remote: {@code remote.<name>.proxy}, else {@code http.proxy}. */
  static Proxies of(Layout layout, String remote) {
    GitConfig config = layout.config();
    Optional<String> own = config.get("remote", remote, "proxy");
    return new Proxies(own.isPresent() ? own : config.get("http", "proxy"), layout.env());
  }

  /** The proxy for {@code url}. */
  Proxy of(URL url) {
    String address = set.orElseGet(() -> ofEnvironment(url.getProtocol())).strip();
    return address.isEmpty() || isExempt(url.getHost()) ? Proxy.NO_PROXY : parsed(address);
  }

  /**
   * The proxy in the environment. {@code HTTP_PROXY} is ignored: in a CGI program, clients can set
   * it.
   */
  private String ofEnvironment(String protocol) {
    for (String name :
        protocol.equals("https")
            ? List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
            : List.of("http_proxy", "all_proxy", "ALL_PROXY")) {
      String value = env.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** Whether {@code no_proxy} lists the host or its domain, or is an asterisk. */
  private boolean isExempt(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String list = env.getOrDefault("no_proxy", env.getOrDefault("NO_PROXY", ""));
    for (String part : list.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
      String name = part.replaceFirst("^\\.", "").replaceFirst(":\\d+$", "");
      boolean fits = lower.equals(name) || lower.endsWith("." + name);
      if (name.equals("*") || (!name.isEmpty() && fits)) {
        return true;
      }
    }
    return false;
  }

  private static Proxy parsed(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.matches()) {
      throw GitProblems.state(
          "the address of the proxy can't be understood",
          "Write it like http://proxy.example:3128.");
    }
    if (address.contains("@")) {
      throw GitProblems.state(
          "the proxy wants a user and a password, which Replenish does not send to proxies",
          "Name one that asks for none, or push with `git push`.");
    }
    String scheme = matcher.group(1) == null ? "http" : matcher.group(1).toLowerCase(Locale.ROOT);
    Proxy.Type type = scheme.startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
    int port = matcher.group(3) == null ? DEFAULT_PORT : Integer.parseInt(matcher.group(3));
    return new Proxy(type, new InetSocketAddress(matcher.group(2), Math.min(port, 65_535)));
  }
}
