/** Options that commands share, and the evaluation of their values. */
@NullMarked
package dev.replenish.cli.option;

import org.jspecify.annotations.NullMarked;
