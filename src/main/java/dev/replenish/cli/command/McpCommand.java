package dev.replenish.cli.command;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.cli.option.Env;
import dev.replenish.mcp.Server;
import dev.replenish.report.NoView;
import java.io.IOException;
import java.util.List;

/** {@code replenish mcp}: the same for agents, over the Model Context Protocol. */
final class McpCommand implements Command {

  @Override
  public String description() {
    return "Serves the tools backlog_status, backlog_list, backlog_task, backlog_plan, "
        + "backlog_replenish, backlog_add and backlog_set_status over the Model Context "
        + "Protocol until stdin is closed. Each call opens its repository anew. It is started "
        + "by an agent's client, rarely by hand.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What a client's configuration calls", "replenish mcp"),
        new Example("For a client that sends no roots", "replenish -C repo mcp"));
  }

  @Override
  public NoView view() {
    return new NoView(Commands.MCP.word());
  }

  @Override
  public int run(Call call) {
    Env env = call.env();
    try {
      Server.serve(call.context(), env.in(), env.out());
      return 0;
    } catch (IOException e) {
      throw Problem.of(ErrorCode.IO, "can't read stdin: " + e.getMessage(), "Start it again.")
          .refusal(e);
    }
  }
}
