package dev.replenish.cli.command;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Problem;
import dev.replenish.cli.option.Env;
import dev.replenish.mcp.Server;
import java.io.IOException;

/** {@code replenish mcp}: serves boards to an AI agent over the Model Context Protocol. */
final class McpCommand extends CommandModel {

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
