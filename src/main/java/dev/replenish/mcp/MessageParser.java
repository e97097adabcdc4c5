package dev.replenish.mcp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
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
 * Reads the messages of a client. An invalid message is a {@link ProtocolError} of JSON-RPC, with
 * the id of the request if it has one.
 */
final class MessageParser {
  private static final String VERSION = "2.0";
  private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private MessageParser() {}

  /**
   * The message on a line.
   *
   * @param rest the rest of a line that is too long to be kept
   */
  static Message message(InputLines.Line line, InputStream rest) throws ProtocolError {
    if (line.isTooLong()) {
      throw invalid(
          id(new SequenceInputStream(new ByteArrayInputStream(line.bytes()), rest)),
          "the message is longer than " + InputLines.LONGEST + " bytes; send less at once");
    }
    return message(parsed(line.bytes()));
  }

  private static Message message(@Nullable JsonElement json) throws ProtocolError {
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
    JsonElement params = object.has("params") ? object.get("params") : new JsonObject();
    if (!params.isJsonObject()) {
      throw invalid(id, "the params are not an object");
    }
    String method = object.get("method").getAsString();
    return id.isJsonNull()
        ? new Message.Notification(method, params.getAsJsonObject())
        : new Message.Request(id, method, params.getAsJsonObject());
  }

  private static Message response(JsonObject object, JsonElement id) throws ProtocolError {
    if (id.isJsonNull() || object.has("result") == object.has("error")) {
      throw invalid(id, "the message has no method and is not a response");
    }
    JsonElement content = object.get(object.has("result") ? "result" : "error");
    if (!content.isJsonObject()) {
      throw invalid(id, "the response is not one of JSON-RPC");
    }
    return new Message.Response(
        id, object.has("result") ? content.getAsJsonObject() : new JsonObject());
  }

  private static ProtocolError invalid(JsonElement id, String message) {
    return new ProtocolError(ProtocolError.INVALID_REQUEST, id, message);
  }

  private static @Nullable JsonElement parsed(byte[] bytes) throws ProtocolError {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return GSON.fromJson(text, JsonElement.class);
    } catch (CharacterCodingException e) {
      throw new ProtocolError(ProtocolError.PARSE_ERROR, "the line is not UTF-8");
    } catch (JsonParseException e) {
      throw new ProtocolError(ProtocolError.PARSE_ERROR, "the line is not JSON");
    }
  }

  private static JsonElement idOf(JsonObject object) {
    JsonElement id = object.get("id");
    return isText(id) || isWhole(id) ? id : JsonNull.INSTANCE;
  }

  static boolean isText(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  static boolean isWhole(@Nullable JsonElement value) {
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

  /** An object with one field. */
  static JsonObject with(String name, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  /** The object called {@code name} in {@code parent}; an empty one if there is none. */
  static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /** The id in a message that is too long to be kept; all other values are skipped. */
  private static JsonElement id(InputStream message) {
    try {
      JsonReader json = new JsonReader(new InputStreamReader(message, StandardCharsets.UTF_8));
      JsonObject found = new JsonObject();
      json.beginObject();
      while (json.hasNext() && json.peek() == JsonToken.NAME) {
        if (json.nextName().equals("id")) {
          found.add("id", GSON.fromJson(json, JsonElement.class));
          return idOf(found);
        }
        json.skipValue();
      }
    } catch (IOException | RuntimeException e) {
      return JsonNull.INSTANCE; // it is not a valid message
    }
    return JsonNull.INSTANCE;
  }
}
