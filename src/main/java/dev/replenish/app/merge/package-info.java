/** Merges: the driver that Git calls, its installation, and the repair of merged boards. */
@NullMarked
package dev.replenish.app.merge;

import org.jspecify.annotations.NullMarked;
