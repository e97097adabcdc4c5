/** Undoes commits. */
@NullMarked
package dev.replenish.plan.undo;

import org.jspecify.annotations.NullMarked;
