/** Reads and writes trees, blobs and commits, and moves branches by compare-and-swap. */
@NullMarked
package dev.replenish.git.objects;

import org.jspecify.annotations.NullMarked;
