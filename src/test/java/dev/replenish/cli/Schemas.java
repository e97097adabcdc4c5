package dev.replenish.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shipped schemas, applied strictly: a field that they don't describe is an error. */
final class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonSchema> CACHE = new ConcurrentHashMap<>();

  private Schemas() {}

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }

  /** The schema of {@code command}, unchanged. */
  static JsonNode shipped(String command) {
    try (InputStream in = Schemas.class.getResourceAsStream(file(command))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String file(String command) {
    return "/schemas/" + command + ".schema.json";
  }

  /** The violations of the schema of {@code command} in {@code json}. */
  static Set<ValidationMessage> violations(String command, JsonNode json) {
    return CACHE.computeIfAbsent(command, Schemas::strict).validate(json);
  }

  private static JsonSchema strict(String command) {
    JsonNode schema = shipped(command);
    close(schema);
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }

  /** Forbids other fields in every schema that lists its required fields. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties") && object.has("required")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(Schemas::close);
  }
}
