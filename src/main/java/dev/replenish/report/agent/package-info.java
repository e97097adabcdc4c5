/** What AI agents get: short texts with the same as structure. */
@NullMarked
package dev.replenish.report.agent;

import org.jspecify.annotations.NullMarked;
