/** Tests of the front door for agents. */
@NullMarked
package dev.replenish.mcp;

import org.jspecify.annotations.NullMarked;
