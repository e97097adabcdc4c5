/** A task found in a document without markers: its place, its identity and its status. */
@NullMarked
package dev.replenish.outline.task;

import org.jspecify.annotations.NullMarked;
