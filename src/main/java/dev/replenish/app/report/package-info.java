/** The use case that gathers all that a report shows of a board. */
@NullMarked
package dev.replenish.app.report;

import org.jspecify.annotations.NullMarked;
