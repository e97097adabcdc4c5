package dev.replenish.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The protocol's records as JSON. They are annotated for Jackson; of these annotations only the
 * names matter here, and so Gson, which the program carries anyway, is enough.
 */
final class GsonMapper implements McpJsonMapper {
  static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setStrictness(Strictness.STRICT)
          .setFieldNamingStrategy(GsonMapper::name)
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .registerTypeAdapter(TextContent.class, text())
          .create();

  private static String name(Field field) {
    JsonProperty property = field.getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty()
        ? FieldNamingPolicy.IDENTITY.translateName(field)
        : property.value();
  }

  /** The only content that the server sends; its kind is an annotation of the interface above. */
  private static JsonSerializer<TextContent> text() {
    return (content, type, context) -> {
      JsonObject object = new JsonObject();
      object.addProperty("type", "text");
      object.addProperty("text", content.text());
      return object;
    };
  }

  @SuppressWarnings("unchecked") // both say T of the type that they hold
  private static <T> TypeToken<T> token(TypeRef<T> type) {
    return (TypeToken<T>) TypeToken.get(type.getType());
  }

  private static <T> T read(String json, TypeToken<T> type) throws IOException {
    try {
      return GSON.fromJson(json, type);
    } catch (JsonParseException e) {
      throw new IOException("not the JSON that was expected", e);
    }
  }

  /** What is converted came from the client: where it does not fit, its parameters are wrong. */
  private static <T> T convert(@Nullable Object from, TypeToken<T> type) {
    try {
      JsonElement tree = from == null ? new JsonObject() : GSON.toJsonTree(from);
      return GSON.fromJson(tree, type);
    } catch (RuntimeException e) {
      throw McpError.builder(ErrorCodes.INVALID_PARAMS)
          .message("the parameters do not fit the method")
          .build();
    }
  }

  @Override
  public <T> T readValue(String json, Class<T> type) throws IOException {
    return read(json, TypeToken.get(type));
  }

  @Override
  public <T> T readValue(byte[] json, Class<T> type) throws IOException {
    return read(new String(json, StandardCharsets.UTF_8), TypeToken.get(type));
  }

  @Override
  public <T> T readValue(String json, TypeRef<T> type) throws IOException {
    return read(json, token(type));
  }

  @Override
  public <T> T readValue(byte[] json, TypeRef<T> type) throws IOException {
    return read(new String(json, StandardCharsets.UTF_8), token(type));
  }

  @Override
  public <T> T convertValue(Object from, Class<T> type) {
    return convert(from, TypeToken.get(type));
  }

  @Override
  public <T> T convertValue(Object from, TypeRef<T> type) {
    return convert(from, token(type));
  }

  @Override
  public String writeValueAsString(Object value) {
    return GSON.toJson(value);
  }

  @Override
  public byte[] writeValueAsBytes(Object value) {
    return GSON.toJson(value).getBytes(StandardCharsets.UTF_8);
  }
}
