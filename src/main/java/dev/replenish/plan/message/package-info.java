/** Writes commit messages. */
@NullMarked
package dev.replenish.plan.message;

import org.jspecify.annotations.NullMarked;
