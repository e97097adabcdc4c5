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

  /** The client's answer to {@code roots/list}; empty if it does not answer. */
  Optional<JsonObject> answer();

  /**
   * The roots that are folders on this machine; all others are ignored.
   *
   * @throws dev.replenish.board.ProblemException if the client does not list its roots
   */
  default List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    try {
      for (JsonElement root : answer().orElseThrow().getAsJsonArray("roots")) {
        URI uri = URI.create(root.getAsJsonObject().get("uri").getAsString());
        if ("file".equalsIgnoreCase(uri.getScheme())) {
          folders.add(folder(uri));
        }
      }
      return folders;
    } catch (RuntimeException | URISyntaxException noAnswer) {
      throw Arguments.wrong(
          "the client did not say what its roots are",
          "Give cwd the absolute path of the work tree.");
    }
  }

  /** The folder at {@code uri}; {@code localhost} is the same machine as no host at all. */
  private static Path folder(URI uri) throws URISyntaxException {
    boolean named = "localhost".equalsIgnoreCase(uri.getAuthority());
    return Path.of(named ? new URI("file", null, uri.getPath(), null) : uri);
  }
}
