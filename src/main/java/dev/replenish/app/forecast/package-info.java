/** The use cases that turn a board and its history into dates. */
@NullMarked
package dev.replenish.app.forecast;

import org.jspecify.annotations.NullMarked;
