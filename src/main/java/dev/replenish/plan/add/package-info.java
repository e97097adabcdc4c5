/** Writes new tasks. */
@NullMarked
package dev.replenish.plan.add;

import org.jspecify.annotations.NullMarked;
