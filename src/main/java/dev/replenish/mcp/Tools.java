package dev.replenish.mcp;

import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import dev.replenish.app.board.CallContext;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.report.AgentReplies;
import dev.replenish.report.AgentReply;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The four tools: their definitions out of {@code tools.json}, and what becomes of a call. Whatever
 * is refused is an error of the tool, which the agent gets to read, and not one of the protocol.
 */
final class Tools {
  private final CallContext server;
  private final Pattern command =
      Pattern.compile("'replenish (status|plan|run|start|block|done|reject)\\b[^']*'");

  Tools(CallContext server) {
    this.server = server;
  }

  /** The tools with their definitions as the client gets them. */
  List<SyncToolSpecification> tools() {
    return definitions().stream()
        .map(
            tool ->
                new SyncToolSpecification(tool, (client, request) -> call(tool, client, request)))
        .toList();
  }

  private static List<Tool> definitions() {
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(Tools.class.getResourceAsStream("tools.json")),
            StandardCharsets.UTF_8)) {
      return GsonMapper.GSON.fromJson(file, new TypeToken<List<Tool>>() {}.getType());
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged", e);
    }
  }

  private CallToolResult call(Tool tool, McpSyncServerExchange client, CallToolRequest request) {
    try {
      Arguments arguments = new Arguments(tool.inputSchema(), request.arguments());
      CallContext context = BoardResolver.of(server, client, arguments);
      return told(ToolHandlers.call(tool.name(), context, arguments));
    } catch (ProblemException refusal) {
      return refused(refusal.problem());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      return refused(
          Problem.of(
              ErrorCode.INTERNAL,
              "something unforeseen happened: " + bug,
              "This is a bug in Replenish; please report it. Look with backlog_status."));
    }
  }

  private static CallToolResult told(AgentReply brief) {
    JsonObject structured = GsonMapper.GSON.fromJson(brief.json(), JsonObject.class);
    return new CallToolResult(content(brief.text()), false, structured, null);
  }

  private CallToolResult refused(Problem problem) {
    return new CallToolResult(content(forTools(AgentReplies.of(problem))), true, null, null);
  }

  private static List<io.modelcontextprotocol.spec.McpSchema.Content> content(String text) {
    return List.of(new TextContent(null, text, null));
  }

  /** The tools in place of the commands that do the same. */
  private String forTools(String text) {
    return command
        .matcher(text)
        .replaceAll(
            match ->
                switch (match.group(1)) {
                  case "status" -> "backlog_status";
                  case "plan" -> "backlog_plan";
                  case "run" -> "backlog_replenish";
                  default -> "backlog_set_status";
                });
  }
}
