/** Replies to AI agents: short texts, and the same as JSON. */
@NullMarked
package dev.replenish.report.agent;

import org.jspecify.annotations.NullMarked;
