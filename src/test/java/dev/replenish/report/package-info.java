/** Words and objects, piece by piece. */
@NullMarked
package dev.replenish.report;

import org.jspecify.annotations.NullMarked;
