/** Real repositories, prepared and checked with the {@code git} program. */
@NullMarked
package dev.replenish.git;

import org.jspecify.annotations.NullMarked;
