/** Turns estimates and the pace of the past into dates: a pure core, without clock or chance. */
@NullMarked
package dev.replenish.forecast;

import org.jspecify.annotations.NullMarked;
