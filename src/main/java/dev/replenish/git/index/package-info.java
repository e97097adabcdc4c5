/** Reads and writes the index of a work tree, byte for byte. */
@NullMarked
package dev.replenish.git.index;

import org.jspecify.annotations.NullMarked;
