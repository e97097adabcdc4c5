/**
 * Any other way of writing a backlog, read by its structure: what is under which heading, in which
 * shape, and what its words mean (docs/reference/unmarked.md).
 */
@NullMarked
package dev.replenish.outline;

import org.jspecify.annotations.NullMarked;
