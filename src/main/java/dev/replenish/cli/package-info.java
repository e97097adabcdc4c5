/** The command line: parse, call one use case, report, exit. */
@NullMarked
package dev.replenish.cli;

import org.jspecify.annotations.NullMarked;
