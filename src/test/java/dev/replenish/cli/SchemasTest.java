package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.replenish.board.ErrorCode;
import dev.replenish.cli.command.Commands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas agree with each other, and describe each field. */
class SchemasTest {
  /** Commands that print a script, a help page or a protocol, and result JSON only for errors. */
  private static final Set<String> TEXT = Set.of("completion", "help", "mcp");

  private static List<String> names() {
    List<String> names = new ArrayList<>(Commands.words());
    names.removeAll(TEXT);
    names.add("error");
    return names;
  }

  @Test
  void everyCommandHasSchema() {
    for (String name : names()) {
      JsonNode schema = Schemas.shipped(name);
      assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema").asText());
      assertEquals("urn:replenish:schema:1:" + name, schema.get("$id").asText());
      assertTrue(schema.get("description").asText().contains("must tolerate"), name);
    }
  }

  @Test
  void everyFieldIsDescribed() {
    for (String name : names()) {
      fields(Schemas.shipped(name), name);
    }
  }

  private static void fields(JsonNode node, String path) {
    if (node.has("required") && node.has("properties")) {
      assertTrue(node.has("description"), path);
      for (Map.Entry<String, JsonNode> field : node.get("properties").properties()) {
        assertTrue(field.getValue().has("description") || field.getValue().has("$ref"), path);
      }
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      fields(child.getValue(), path + "/" + child.getKey());
    }
  }

  @Test
  void sharedDefinitionsAreEqual() {
    Map<String, JsonNode> seen = new HashMap<>();
    for (String name : names()) {
      for (Map.Entry<String, JsonNode> part : Schemas.shipped(name).get("$defs").properties()) {
        if (!Set.of("result", "boards").contains(part.getKey())) {
          JsonNode before = seen.putIfAbsent(part.getKey(), part.getValue());
          assertTrue(before == null || before.equals(part.getValue()), name + " " + part.getKey());
        }
      }
    }
  }

  @Test
  void everyErrorCodeIsListed() {
    JsonNode codes = Schemas.shipped("error").at("/$defs/error/properties/code/enum");
    List<String> listed = new ArrayList<>();
    codes.forEach(code -> listed.add(code.asText()));
    assertEquals(Stream.of(ErrorCode.values()).map(ErrorCode::word).toList(), listed);
  }

  @Test
  void undescribedFieldIsViolation() {
    String error =
        "{\"schemaVersion\":1,\"command\":null,\"outcome\":\"failed\",\"board\":null,\"error\":"
            + "{\"code\":\"io\",\"message\":\"\",\"path\":null,\"line\":null,\"column\":null,"
            + "\"kept\":\"\",\"next\":\"\"%s}}";
    assertEquals(Set.of(), Schemas.violations("error", Schemas.parse(error.formatted(""))));
    JsonNode typo = Schemas.parse(error.formatted(",\"colunm\":1"));
    assertFalse(Schemas.violations("error", typo).isEmpty());
  }
}
