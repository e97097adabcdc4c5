/** The repository: reads the tip, checks the work tree, and commits by one compare-and-swap. */
@NullMarked
package dev.replenish.git;

import org.jspecify.annotations.NullMarked;
