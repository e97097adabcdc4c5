/** The server for AI agents: boards over the Model Context Protocol, on two streams. */
@NullMarked
package dev.replenish.mcp;

import org.jspecify.annotations.NullMarked;
