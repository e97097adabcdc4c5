/** Boards for people: where they stand, and their tasks as a list. */
@NullMarked
package dev.replenish.report.board;

import org.jspecify.annotations.NullMarked;
