/**
 * The audit trail: reads and writes the trailers of commits, and follows one task over its history.
 */
@NullMarked
package dev.replenish.audit;

import org.jspecify.annotations.NullMarked;
