/** Tests of the core as a whole: files in, files out, all in memory. */
@NullMarked
package dev.replenish.core;

import org.jspecify.annotations.NullMarked;
