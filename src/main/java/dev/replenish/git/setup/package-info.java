/** Where a repository and its settings are, and whether it may be written. */
@NullMarked
package dev.replenish.git.setup;

import org.jspecify.annotations.NullMarked;
