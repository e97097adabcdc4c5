/** What AI agents are told: short texts with the same as structure. */
@NullMarked
package dev.replenish.report.agent;

import org.jspecify.annotations.NullMarked;
