/** The index: the file that lists every task with its place. */
@NullMarked
package dev.replenish.index;

import org.jspecify.annotations.NullMarked;
