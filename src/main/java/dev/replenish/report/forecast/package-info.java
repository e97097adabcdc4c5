/** Forecasts and reports as text and JSON. */
@NullMarked
package dev.replenish.report.forecast;

import org.jspecify.annotations.NullMarked;
