/**
 * Any other way of writing a backlog, read by its structure: what stands under which heading, in
 * which shape, and what its words mean (TASKS.md, "Other ways of writing a backlog").
 */
@NullMarked
package dev.replenish.outline;

import org.jspecify.annotations.NullMarked;
