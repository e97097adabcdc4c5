/** The use cases: one class for each, with a request and a result. */
@NullMarked
package dev.replenish.app;

import org.jspecify.annotations.NullMarked;
