/** Boards as text: their state, and their tasks as a list. */
@NullMarked
package dev.replenish.report.board;

import org.jspecify.annotations.NullMarked;
