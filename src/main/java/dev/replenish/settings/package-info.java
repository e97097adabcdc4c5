/** What {@code .replenish} says. */
@NullMarked
package dev.replenish.settings;

import org.jspecify.annotations.NullMarked;
