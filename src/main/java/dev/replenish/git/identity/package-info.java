/** Who commits, and when, as Git finds it out. */
@NullMarked
package dev.replenish.git.identity;

import org.jspecify.annotations.NullMarked;
