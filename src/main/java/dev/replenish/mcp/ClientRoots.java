package dev.replenish.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders that the client works in. */
interface ClientRoots {
  /** The answer of a client without roots. */
  JsonObject NONE = MessageParser.with("roots", new JsonArray());

  /** The client's answer to {@code roots/list}; empty where it is silent. */
  Optional<JsonObject> answer();

  /**
   * The folders on this machine; roots elsewhere are none.
   *
   * @throws dev.replenish.board.ProblemException if the client does not say what its roots are
   */
  default List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    try {
      for (JsonElement root : answer().orElseThrow().getAsJsonArray("roots")) {
        URI uri = URI.create(root.getAsJsonObject().get("uri").getAsString());
        if ("file".equalsIgnoreCase(uri.getScheme())) {
          folders.add(local(uri));
        }
      }
      return folders;
    } catch (RuntimeException | URISyntaxException unanswered) {
      throw Arguments.wrong(
          "the client did not say what its roots are",
          "Give cwd the absolute path of the work tree.");
    }
  }

  /** The folder at {@code uri}; {@code localhost} is the same machine as no host at all. */
  private static Path local(URI uri) throws URISyntaxException {
    boolean named = "localhost".equalsIgnoreCase(uri.getAuthority());
    return Path.of(named ? new URI("file", null, uri.getPath(), null) : uri);
  }
}
