/** The core as a whole: files in, files out, with nothing but memory in between. */
@NullMarked
package dev.replenish.core;

import org.jspecify.annotations.NullMarked;
