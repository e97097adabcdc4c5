/** The use case that collects the content of a report about a board. */
@NullMarked
package dev.replenish.app.report;

import org.jspecify.annotations.NullMarked;
