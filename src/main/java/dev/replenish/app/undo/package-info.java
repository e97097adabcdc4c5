/** Taking commits back. */
@NullMarked
package dev.replenish.app.undo;

import org.jspecify.annotations.NullMarked;
