/** Trees, blobs, commits, and the compare-and-swap of a branch. */
@NullMarked
package dev.replenish.git.objects;

import org.jspecify.annotations.NullMarked;
