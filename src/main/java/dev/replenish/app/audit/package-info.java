/** Auditing the history for lost tasks, and restoring them. */
@NullMarked
package dev.replenish.app.audit;

import org.jspecify.annotations.NullMarked;
