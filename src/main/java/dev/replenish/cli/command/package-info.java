/** The commands with their options, and how a line is read. */
@NullMarked
package dev.replenish.cli.command;

import org.jspecify.annotations.NullMarked;
