/** The rules: readiness, the choice of a batch, and the checks of a board. Pure functions. */
@NullMarked
package dev.replenish.rules;

import org.jspecify.annotations.NullMarked;
