package dev.replenish.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.app.board.CallContext;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.report.agent.AgentReplies;
import dev.replenish.report.agent.AgentReply;
import dev.replenish.text.Resources;
import dev.replenish.text.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tools: their definitions from {@code tools.json}, and the handling of calls. A refused call
 * is an error of the tool, which the agent can read, not one of the protocol.
 */
final class Tools {
  private static final int LONGEST_NAME = 40;

  private final CallContext server;
  private final JsonArray definitions = read();
  private final Map<String, JsonObject> schemas = new LinkedHashMap<>();

  Tools(CallContext server) {
    this.server = server;
    for (JsonElement tool : definitions) {
      JsonObject definition = tool.getAsJsonObject();
      schemas.put(
          definition.get("name").getAsString(), MessageParser.object(definition, "inputSchema"));
    }
  }

  private static JsonArray read() {
    return JsonParser.parseString(Resources.text(Tools.class, "tools.json")).getAsJsonArray();
  }

  /** The definitions as the client gets them. */
  JsonArray definitions() {
    return definitions;
  }

  /**
   * The result of a call.
   *
   * @throws ProtocolError if there is no such tool
   */
  JsonObject call(String tool, JsonObject given, ClientRoots roots) throws ProtocolError {
    JsonObject schema = schemas.get(tool);
    if (schema == null) {
      throw unknown(tool);
    }
    try {
      Arguments arguments = new Arguments(schema, given);
      CallContext context = BoardResolver.of(server, roots, arguments);
      try {
        if (!tool.equals(ToolHandlers.STATUS)) {
          BoardResolver.requireOne(context);
        }
        return done(ToolHandlers.call(tool, context, arguments));
      } catch (ProblemException refusal) {
        return refused(Refusals.forAgents(refusal.problem(), context));
      }
    } catch (ProblemException refusal) {
      return refused(Refusals.forAgents(refusal.problem(), server));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      return refused(
          Problem.of(
              ErrorCode.INTERNAL,
              "unexpected error: " + bug,
              "This is a bug in Replenish; please report it. Look with backlog_status."));
    }
  }

  /** Calls two tools on the server's own board that write nothing: see {@link WarmUp}. */
  void warmUp() {
    try {
      for (String tool : List.of(ToolHandlers.PLAN, ToolHandlers.STATUS)) {
        call(tool, new JsonObject(), () -> Optional.of(ClientRoots.NONE));
      }
    } catch (ProtocolError e) {
      throw new IllegalStateException(e);
    }
  }

  private ProtocolError unknown(String tool) {
    String name =
        Arguments.printable(tool.length() > LONGEST_NAME ? tool.substring(0, LONGEST_NAME) : tool);
    List<String> known = List.copyOf(schemas.keySet());
    String near = Suggestion.to(name, known).map(n -> "; did you mean '" + n + "'?").orElse("");
    return new ProtocolError(
        ProtocolError.INVALID_PARAMS, "there is no tool '" + name + "'" + near);
  }

  private static JsonObject done(AgentReply reply) {
    JsonObject result = result(reply.text(), false);
    result.add("structuredContent", JsonParser.parseString(reply.json()));
    return result;
  }

  private static JsonObject refused(Problem problem) {
    return result(AgentReplies.of(problem), true);
  }

  private static JsonObject result(String text, boolean error) {
    JsonObject content = new JsonObject();
    content.addProperty("type", "text");
    content.addProperty("text", text);
    JsonArray contents = new JsonArray();
    contents.add(content);
    JsonObject result = new JsonObject();
    result.add("content", contents);
    result.addProperty("isError", error);
    return result;
  }
}
