/**
 * Reads backlogs without markers by their structure: what is under which heading, in which shape,
 * and what the words mean (docs/reference/unmarked.md).
 */
@NullMarked
package dev.replenish.outline;

import org.jspecify.annotations.NullMarked;
