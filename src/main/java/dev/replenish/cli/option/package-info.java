/** Options that commands share, and what their values come to. */
@NullMarked
package dev.replenish.cli.option;

import org.jspecify.annotations.NullMarked;
