/** The repository: reading the tip, the pre-flight checks, and the one compare-and-swap commit. */
@NullMarked
package dev.replenish.git;

import org.jspecify.annotations.NullMarked;
