package dev.replenish.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** An error of JSON-RPC, for an invalid message or a request that can't be answered. */
final class ProtocolError extends Exception {
  static final int PARSE_ERROR = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int METHOD_NOT_FOUND = -32601;
  static final int INVALID_PARAMS = -32602;
  static final int INTERNAL_ERROR = -32603;
  static final int BUSY = -32000;
  static final int UNSUPPORTED_VERSION = -32022;

  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient JsonElement id;
  private final transient @Nullable JsonObject data;

  /** An error that answers the message with this id. */
  ProtocolError(int code, JsonElement id, String message) {
    this(code, id, message, null);
  }

  /** An error whose id is set later by {@link #withId}. */
  ProtocolError(int code, String message) {
    this(code, JsonNull.INSTANCE, message, null);
  }

  ProtocolError(int code, String message, JsonObject data) {
    this(code, JsonNull.INSTANCE, message, data);
  }

  private ProtocolError(int code, JsonElement id, String message, @Nullable JsonObject data) {
    super(message);
    this.code = code;
    this.id = id;
    this.data = data;
  }

  /** This error with the id of the request that it answers. */
  ProtocolError withId(JsonElement request) {
    return new ProtocolError(code, request, String.valueOf(getMessage()), data);
  }

  /** The answer to the client. */
  JsonObject answer() {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", getMessage());
    if (data != null) {
      error.add("data", data);
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", id);
    answer.add("error", error);
    return answer;
  }
}
