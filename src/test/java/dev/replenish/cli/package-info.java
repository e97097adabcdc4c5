/** Commands from their words to their exit codes, on real repositories. */
@NullMarked
package dev.replenish.cli;

import org.jspecify.annotations.NullMarked;
