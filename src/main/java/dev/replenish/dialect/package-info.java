/**
 * Documents become boards: the structural scan and one reader for each way of writing a backlog.
 */
@NullMarked
package dev.replenish.dialect;

import org.jspecify.annotations.NullMarked;
