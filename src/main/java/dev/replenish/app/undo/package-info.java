/** Undoing commits. */
@NullMarked
package dev.replenish.app.undo;

import org.jspecify.annotations.NullMarked;
