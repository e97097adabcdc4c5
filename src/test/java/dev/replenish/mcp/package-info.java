/** Tests of the MCP server. */
@NullMarked
package dev.replenish.mcp;

import org.jspecify.annotations.NullMarked;
