/** Finds a repository and its settings, and checks whether it may be written to. */
@NullMarked
package dev.replenish.git.setup;

import org.jspecify.annotations.NullMarked;
