/** Moves a batch from the backlog to the TODO. */
@NullMarked
package dev.replenish.plan.promote;

import org.jspecify.annotations.NullMarked;
