package dev.replenish.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.replenish.app.board.CallContext;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Root;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An agent that uses only the tools, through the SDK's client. */
final class Agent implements AutoCloseable {
  /** 400 tokens of 4 bytes. */
  static final int SHORT = 1600;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final McpSyncClient client;
  private final Map<String, Map<String, Object>> schemas = new HashMap<>();

  Agent(CallContext context, Path... roots) throws IOException {
    var builder =
        McpClient.sync(new PipeTransport(context))
            .requestTimeout(Duration.ofSeconds(20))
            .jsonSchemaValidator(new NoValidation());
    if (roots.length > 0) {
      builder.capabilities(ClientCapabilities.builder().roots(false).build());
      builder.roots(
          Stream.of(roots).map(p -> new Root(p.toUri().toString(), "r")).toArray(Root[]::new));
    }
    client = builder.build();
    client.initialize();
    for (Tool tool : client.listTools().tools()) {
      schemas.put(tool.name(), tool.outputSchema());
    }
    assertEquals(7, schemas.size());
  }

  /** Turns off the client's validation; {@link #reply} validates replies more strictly. */
  private static final class NoValidation implements JsonSchemaValidator {
    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object content) {
      return ValidationResponse.asValid(null);
    }
  }

  List<Tool> tools() {
    return client.listTools().tools();
  }

  /** The reply to a successful call, which must be short and match its schema. */
  JsonNode call(String tool, Map<String, Object> arguments) {
    return reply(client.callTool(new CallToolRequest(tool, arguments)), tool, SHORT);
  }

  /** Like {@link #call}, for a call whose reply may be long. */
  JsonNode callWithLongReply(String tool, Map<String, Object> arguments) {
    return reply(client.callTool(new CallToolRequest(tool, arguments)), tool, 20 * SHORT);
  }

  private JsonNode reply(CallToolResult result, String tool, int maxBytes) {
    assertFalse(result.isError(), () -> text(result));
    JsonNode reply = JSON.valueToTree(result.structuredContent());
    JsonNode schema = JSON.valueToTree(schemas.get(tool));
    var factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    assertEquals(List.of(), List.copyOf(factory.getSchema(schema).validate(reply)));
    reply
        .fieldNames()
        .forEachRemaining(name -> assertTrue(schema.get("properties").has(name), name));
    int length = (reply + text(result)).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(length <= maxBytes, length + ": " + reply + text(result));
    return reply;
  }

  /** The text of a refused call. */
  String refused(String tool, Map<String, Object> arguments) {
    CallToolResult result = client.callTool(new CallToolRequest(tool, arguments));
    assertTrue(result.isError(), () -> text(result));
    assertTrue(text(result).contains("\nnext: "), () -> text(result));
    assertTrue(text(result).length() < SHORT, () -> text(result));
    return text(result);
  }

  String text(String tool, Map<String, Object> arguments) {
    return text(client.callTool(new CallToolRequest(tool, arguments)));
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  @Override
  public void close() {
    client.closeGracefully();
  }
}
