/** Finding and reading boards and their tasks. */
@NullMarked
package dev.replenish.app.board;

import org.jspecify.annotations.NullMarked;
