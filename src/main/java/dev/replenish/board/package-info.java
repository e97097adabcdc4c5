/** The domain as values: boards, groups, tasks, what is found on them and what can go wrong. */
@NullMarked
package dev.replenish.board;

import org.jspecify.annotations.NullMarked;
