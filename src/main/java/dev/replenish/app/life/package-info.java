/** The use cases of a task's life cycle: starting, finishing, reopening, deferring, archiving. */
@NullMarked
package dev.replenish.app.life;

import org.jspecify.annotations.NullMarked;
