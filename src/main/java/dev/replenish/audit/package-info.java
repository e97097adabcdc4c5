/** The audit trail: what each commit's trailers say of tasks, and how they are written. */
@NullMarked
package dev.replenish.audit;

import org.jspecify.annotations.NullMarked;
