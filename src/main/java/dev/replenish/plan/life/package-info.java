/** Changes the state of tasks, and archives them. */
@NullMarked
package dev.replenish.plan.life;

import org.jspecify.annotations.NullMarked;
