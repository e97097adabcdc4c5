/** Adding tasks, and checking the input for them. */
@NullMarked
package dev.replenish.app.add;

import org.jspecify.annotations.NullMarked;
