package dev.replenish.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** A message of JSON-RPC from the client. */
sealed interface Message {

  /** A message that must be answered under {@code id}, a string or a whole number. */
  record Request(JsonElement id, String method, JsonObject params) implements Message {}

  /** A message that is not answered. */
  record Notification(String method, JsonObject params) implements Message {}

  /**
   * The answer to a request of the server.
   *
   * @param result the client's result; empty if it refuses
   */
  record Response(JsonElement id, JsonObject result) implements Message {}
}
