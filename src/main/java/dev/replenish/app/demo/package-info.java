/** The demonstration in a temporary repository. */
@NullMarked
package dev.replenish.app.demo;

import org.jspecify.annotations.NullMarked;
