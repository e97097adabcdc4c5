/** Turns estimates and the past pace into dates, without a clock or true randomness. */
@NullMarked
package dev.replenish.forecast;

import org.jspecify.annotations.NullMarked;
