/** Taking a commit back. */
@NullMarked
package dev.replenish.plan.undo;

import org.jspecify.annotations.NullMarked;
