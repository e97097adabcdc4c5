package dev.replenish.mcp;

import com.google.gson.JsonObject;
import java.util.Optional;

/** What the server can send to its client beside answers. */
interface Client {

  /** Sends a notification. */
  void tell(String method, JsonObject params);

  /**
   * Asks a client that has shaken hands; it has two seconds.
   *
   * @return its answer; empty where there is none, an empty object where it refuses
   */
  Optional<JsonObject> ask(String method);
}
