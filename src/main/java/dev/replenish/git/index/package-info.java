/** The index of a work tree, read and written byte for byte. */
@NullMarked
package dev.replenish.git.index;

import org.jspecify.annotations.NullMarked;
