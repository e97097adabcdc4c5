/** The domain as values: boards, groups, tasks, findings and problems. */
@NullMarked
package dev.replenish.board;

import org.jspecify.annotations.NullMarked;
