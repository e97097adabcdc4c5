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
 * How JGit calls servers: through the proxy that Git would take, which JGit does not look for, and
 * with what says who we are to one server alone, where JGit goes by the name of the host.
 */
final class HttpConnections implements HttpConnectionFactory {
  private final String server;
  private final Proxies proxies;
  private final Set<String> telling = new HashSet<>(Set.of("authorization"));

  /** Calls about a remote at {@code url}, which is called {@code remote}. */
  HttpConnections(Layout layout, String remote, URIish url) {
    this.server = Credentials.server(url);
    this.proxies = Proxies.of(layout, remote);
    for (ConfigEntry entry : layout.config().section("http")) {
      if (entry.key().endsWith("extraheader")) {
        telling.add(entry.value().split(":", 2)[0].strip().toLowerCase(Locale.ROOT));
      }
    }
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return new Call(url, proxies.of(url), Credentials.server(new URIish(url)).equals(server));
  }

  /** JGit's own choice of a proxy is that of Java, which knows nothing of Git's. */
  @Override
  public HttpConnection create(URL url, Proxy unused) throws IOException {
    return create(url);
  }

  private final class Call extends JDKHttpConnection {
    private final boolean meant;

    Call(URL url, Proxy proxy, boolean meant) throws IOException {
      super(url, proxy);
      this.meant = meant;
    }

    @Override
    public void setRequestProperty(String name, String value) {
      if (meant || !telling.contains(name.toLowerCase(Locale.ROOT))) {
        super.setRequestProperty(name, value);
      }
    }
  }
}
