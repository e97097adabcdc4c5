/** The demonstration in a repository of its own. */
@NullMarked
package dev.replenish.app.demo;

import org.jspecify.annotations.NullMarked;
