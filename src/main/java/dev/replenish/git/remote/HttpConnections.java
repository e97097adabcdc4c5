package dev.replenish.git.remote;

import dev.replenish.git.setup.ConfigEntry;
import dev.replenish.git.setup.Layout;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * Opens JGit's HTTP connections through the proxy that Git would use, which JGit ignores, and sends
 * credentials only to the remote's origin (scheme, host and port), while JGit compares only host
 * names.
 */
final class HttpConnections implements HttpConnectionFactory {
  private final String server;
  private final Proxies proxies;
  private final Set<String> secretHeaders = new HashSet<>(Set.of("authorization"));

  /** Connections for the remote {@code remote} at {@code url}. */
  HttpConnections(Layout layout, String remote, URIish url) {
    this.server = Credentials.server(url);
    this.proxies = Proxies.of(layout, remote);
    for (ConfigEntry entry : layout.config().section("http")) {
      if (entry.key().endsWith("extraheader")) {
        secretHeaders.add(entry.value().split(":", 2)[0].strip().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return new Connection(url, proxies.of(url), Credentials.server(new URIish(url)).equals(server));
  }

  /** Ignores the proxy that JGit chose: it comes from Java's settings, not from Git's. */
  @Override
  public HttpConnection create(URL url, Proxy unused) throws IOException {
    return create(url);
  }

  private final class Connection extends JDKHttpConnection {
    private final boolean sameServer;

    Connection(URL url, Proxy proxy, boolean sameServer) throws IOException {
      super(url, proxy);
      this.sameServer = sameServer;
    }

    @Override
    public void setRequestProperty(String name, String value) {
      if (sameServer || !secretHeaders.contains(name.toLowerCase(Locale.ROOT))) {
        super.setRequestProperty(name, value);
      }
    }
  }
}
