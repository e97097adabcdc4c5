/** Merges: the driver that Git calls, and how it is installed. */
@NullMarked
package dev.replenish.app.merge;

import org.jspecify.annotations.NullMarked;
