package dev.replenish.mcp;

import dev.replenish.app.board.CallContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Serves boards to one agent over the Model Context Protocol (docs/reference/mcp.md). */
public final class Server {
  private Server() {}

  /**
   * Serves one client until it closes {@code in}. Nothing but the protocol goes to {@code out}.
   *
   * @param started the folder, the environment and the settings that the server was started with
   * @throws IOException if {@code in} can't be read
   */
  public static void serve(CallContext started, InputStream in, OutputStream out)
      throws IOException {
    StdioTransport transport = new StdioTransport(in, out);
    Tools tools = new Tools(started);
    transport.serve(new Protocol(tools, transport), new WarmUp(tools::warmUp));
  }
}
