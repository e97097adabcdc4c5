/**
 * A task as it was found in a document without markers: where it is, what it is called, and what
 * has become of it.
 */
@NullMarked
package dev.replenish.outline.task;

import org.jspecify.annotations.NullMarked;
