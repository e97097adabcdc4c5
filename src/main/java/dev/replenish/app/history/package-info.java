/** The history of tasks in earlier commits. */
@NullMarked
package dev.replenish.app.history;

import org.jspecify.annotations.NullMarked;
