package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of {@code docs/reference/json.md} that is generated from the schemas: what each field of
 * a command's result holds, and each field of the objects in it.
 */
final class JsonPage {
  private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  private static final List<String> NO_OBJECTS = List.of("result", "boards");

  /** From a field with its type and description to the commands that have it. */
  private final Map<List<String>, List<String>> fields = new LinkedHashMap<>();

  private final Map<String, JsonObject> objects = new LinkedHashMap<>();

  /** Reads the schemas of all commands. */
  static JsonPage read() throws IOException {
    JsonPage page = new JsonPage();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      for (Path file : files.sorted().toList()) {
        String command = file.getFileName().toString().replace(".schema.json", "");
        if (!command.equals("add-input") && !command.equals("error")) {
          page.add(
              command, JsonParser.parseString(Files.readString(file, UTF_8)).getAsJsonObject());
        }
      }
    }
    return page;
  }

  private void add(String command, JsonObject schema) {
    JsonObject definitions = schema.getAsJsonObject("$defs");
    JsonObject result = definitions.getAsJsonObject("result");
    properties(result == null ? schema : result)
        .forEach(
            (name, field) -> {
              String type = name.equals("command") ? "string" : type(field);
              List<String> row = List.of(name, type, description(field));
              fields.computeIfAbsent(row, r -> new ArrayList<>()).add(command);
            });
    definitions
        .entrySet()
        .forEach(
            each -> {
              JsonObject object = each.getValue().getAsJsonObject();
              if (!NO_OBJECTS.contains(each.getKey())) {
                JsonObject known = objects.putIfAbsent(each.getKey(), object);
                if (known != null && !known.equals(object)) {
                  throw new AssertionError("two objects are called " + each.getKey());
                }
              }
            });
  }

  private static Map<String, JsonObject> properties(JsonObject object) {
    Map<String, JsonObject> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> each : object.getAsJsonObject("properties").entrySet()) {
      properties.put(each.getKey(), each.getValue().getAsJsonObject());
    }
    return properties;
  }

  private static String description(JsonObject field) {
    JsonElement words = field.get("description");
    return words == null ? "" : words.getAsString().replace("|", "\\|");
  }

  /** A field's type as a cell of a table. */
  private static String type(JsonObject field) {
    if (field.has("$ref")) {
      String name = field.get("$ref").getAsString().replace("#/$defs/", "");
      return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + "-object)";
    }
    if (field.has("const")) {
      return "`" + field.get("const").getAsString() + "`";
    }
    if (field.has("enum")) {
      return each(field.getAsJsonArray("enum"), value -> value.isJsonNull() ? "null" : code(value));
    }
    if (field.has("anyOf")) {
      return each(field.getAsJsonArray("anyOf"), any -> type(any.getAsJsonObject()));
    }
    if (field.has("pattern")) {
      String digits =
          field.get("pattern").getAsString().replaceAll("\\D*0-9a-f\\D*(\\d+)\\D*", "$1");
      String hex = digits.matches("\\d+") ? digits + " hexadecimal digits" : "string";
      return hex + (field.get("type").toString().contains("null") ? " or null" : "");
    }
    if (!field.has("type")) {
      return "any";
    }
    JsonElement type = field.get("type");
    String word =
        type.isJsonArray()
            ? each(type.getAsJsonArray(), JsonElement::getAsString)
            : type.getAsString();
    return field.has("items")
        ? word.replace("array", "array of " + type(field.getAsJsonObject("items")))
        : word;
  }

  private static String code(JsonElement value) {
    return "`" + value.getAsString() + "`";
  }

  private static String each(JsonArray array, Function<JsonElement, String> words) {
    List<String> all = new ArrayList<>();
    array.forEach(value -> all.add(words.apply(value)));
    String last = all.remove(all.size() - 1);
    return all.isEmpty() ? last : String.join(", ", all) + " or " + last;
  }

  /** The generated part as Markdown. */
  String text() {
    StringBuilder text = new StringBuilder("## Fields of the results\n\n");
    text.append("| field | of | type | holds |\n|---|---|---|---|\n");
    long commands = fields.values().stream().flatMap(List::stream).distinct().count();
    fields.keySet().stream()
        .map(row -> row.get(0))
        .distinct()
        .forEach(name -> rows(name, commands, text));
    text.append("\n## Objects\n");
    objects.forEach(
        (name, object) -> {
          text.append("\n### `").append(name).append("` object\n\n");
          text.append(description(object)).append("\n\n| field | type | holds |\n|---|---|---|\n");
          properties(object).forEach((field, schema) -> row("`" + field + "`", schema, text));
        });
    return text.toString();
  }

  /** A field of an object, and the fields of a nameless object in it. */
  private static void row(String name, JsonObject field, StringBuilder text) {
    text.append("| ").append(name).append(" | ").append(type(field)).append(" | ");
    text.append(description(field)).append(" |\n");
    JsonObject inner = field.has("items") ? field.getAsJsonObject("items") : field;
    if (inner.has("properties")) {
      properties(inner).forEach((each, schema) -> row(name + ".`" + each + "`", schema, text));
    }
  }

  private void rows(String name, long commands, StringBuilder text) {
    fields.forEach(
        (row, of) -> {
          if (row.get(0).equals(name)) {
            String owners =
                of.size() == commands
                    ? "every command"
                    : of.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
            text.append("| `" + name + "` | " + owners + " | " + row.get(1) + " | " + row.get(2));
            text.append(" |\n");
          }
        });
  }
}
