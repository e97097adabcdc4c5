package dev.replenish.mcp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a client. What is none is answered with the error that JSON-RPC has for it,
 * and with the id of the request wherever there is one.
 */
final class MessageParser {
  private static final String VERSION = "2.0";

  private MessageParser() {}

  /** A line that is no message, with the code and the words of the answer. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient JsonElement id;

    Wrong(int code, JsonElement id, String message) {
      super(message);
      this.code = code;
      this.id = id;
    }

    /** The answer to the client. */
    String answer() {
      return error(id, code, String.valueOf(getMessage()));
    }
  }

  /** An error as the client gets it. */
  static String error(JsonElement id, int code, String message) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"error\":{\"code\":"
        + code
        + ",\"message\":"
        + new JsonPrimitive(message)
        + "}}";
  }

  /**
   * The message on a line.
   *
   * @param rest what follows a line that was too long to be kept
   */
  static JSONRPCMessage message(InputLines.Line line, InputStream rest) throws Wrong {
    if (line.isTooLong()) {
      throw new Wrong(
          ErrorCodes.INVALID_REQUEST,
          id(new SequenceInputStream(new ByteArrayInputStream(line.bytes()), rest)),
          "the message is longer than " + InputLines.LONGEST + " bytes; send less at once");
    }
    return message(parsed(line.bytes()));
  }

  private static JSONRPCMessage message(@Nullable JsonElement json) throws Wrong {
    if (json == null || !json.isJsonObject()) { // null: a line of blanks
      throw invalid(JsonNull.INSTANCE, "a message is one JSON object on one line; no batches");
    }
    JsonObject object = json.getAsJsonObject();
    JsonElement id = idOf(object);
    if (!isText(object.get("jsonrpc")) || !object.get("jsonrpc").getAsString().equals(VERSION)) {
      throw invalid(id, "the message does not say \"jsonrpc\":\"2.0\"");
    }
    if (!object.has("method")) {
      return response(object, id);
    }
    if (!isText(object.get("method"))) {
      throw invalid(id, "the method is not a string");
    }
    if (object.has("id") && id.isJsonNull()) {
      throw invalid(id, "the id is neither a string nor a whole number");
    }
    if (object.has("params") && !object.get("params").isJsonObject()) {
      throw invalid(id, "the params are not an object");
    }
    String method = object.get("method").getAsString();
    Object params = GsonMapper.GSON.fromJson(object.get("params"), Object.class);
    return id.isJsonNull()
        ? new McpSchema.JSONRPCNotification(VERSION, method, params)
        : new McpSchema.JSONRPCRequest(
            VERSION, method, GsonMapper.GSON.fromJson(id, Object.class), params);
  }

  private static JSONRPCMessage response(JsonObject object, JsonElement id) throws Wrong {
    if (id.isJsonNull() || object.has("result") == object.has("error")) {
      throw invalid(id, "the message has no method, and it is no answer");
    }
    try {
      return GsonMapper.GSON.fromJson(object, McpSchema.JSONRPCResponse.class);
    } catch (RuntimeException e) {
      throw invalid(id, "the answer is not one of JSON-RPC");
    }
  }

  private static Wrong invalid(JsonElement id, String message) {
    return new Wrong(ErrorCodes.INVALID_REQUEST, id, message);
  }

  private static @Nullable JsonElement parsed(byte[] bytes) throws Wrong {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return GsonMapper.GSON.fromJson(text, JsonElement.class);
    } catch (CharacterCodingException e) {
      throw new Wrong(ErrorCodes.PARSE_ERROR, JsonNull.INSTANCE, "the line is not UTF-8");
    } catch (JsonParseException e) {
      throw new Wrong(ErrorCodes.PARSE_ERROR, JsonNull.INSTANCE, "the line is not JSON");
    }
  }

  private static JsonElement idOf(JsonObject object) {
    JsonElement id = object.get("id");
    return isText(id) || isWhole(id) ? id : JsonNull.INSTANCE;
  }

  private static boolean isText(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  private static boolean isWhole(@Nullable JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
      return false;
    }
    try {
      Long.parseLong(primitive.getAsString());
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The id in a message that is too long to be kept: all other values are read past. */
  private static JsonElement id(InputStream message) {
    try {
      JsonReader json = new JsonReader(new InputStreamReader(message, StandardCharsets.UTF_8));
      JsonObject found = new JsonObject();
      json.beginObject();
      while (json.hasNext() && json.peek() == JsonToken.NAME) {
        if (json.nextName().equals("id")) {
          found.add("id", GsonMapper.GSON.fromJson(json, JsonElement.class));
          return idOf(found);
        }
        json.skipValue();
      }
    } catch (IOException | RuntimeException e) {
      return JsonNull.INSTANCE; // it was no message anyway
    }
    return JsonNull.INSTANCE;
  }
}
