/** The commands with their options, and the parsing of command lines. */
@NullMarked
package dev.replenish.cli.command;

import org.jspecify.annotations.NullMarked;
