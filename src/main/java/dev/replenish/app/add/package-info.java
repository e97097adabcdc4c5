/** Adding tasks, and checking what is given. */
@NullMarked
package dev.replenish.app.add;

import org.jspecify.annotations.NullMarked;
