/** Changing the state of tasks, and archiving them. */
@NullMarked
package dev.replenish.plan.life;

import org.jspecify.annotations.NullMarked;
