/** Tests of output for terminals, GitHub and browsers. */
@NullMarked
package dev.replenish.report;

import org.jspecify.annotations.NullMarked;
