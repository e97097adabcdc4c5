/** Merges two versions of a board's file, task by task, and proves the result. */
@NullMarked
package dev.replenish.merge;

import org.jspecify.annotations.NullMarked;
