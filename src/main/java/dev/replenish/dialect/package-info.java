/** Reads documents into boards: one reader for each way of writing a backlog. */
@NullMarked
package dev.replenish.dialect;

import org.jspecify.annotations.NullMarked;
