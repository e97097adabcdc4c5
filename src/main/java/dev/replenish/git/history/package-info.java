/** Reads what commits changed: walks, file versions and searches. */
@NullMarked
package dev.replenish.git.history;

import org.jspecify.annotations.NullMarked;
