/** The truth of the history: what became of all tasks, and bringing back what was lost. */
@NullMarked
package dev.replenish.app.audit;

import org.jspecify.annotations.NullMarked;
