/** Writes files and locks that survive a crash. */
@NullMarked
package dev.replenish.git.files;

import org.jspecify.annotations.NullMarked;
