/** Tracks all tasks from commit to commit: which are the same, and which were lost. */
@NullMarked
package dev.replenish.audit.history;

import org.jspecify.annotations.NullMarked;
