/**
 * Any other way of writing a board becomes the native dialect: tasks between markers, all else
 * where it was (docs/reference/converting.md).
 */
@NullMarked
package dev.replenish.convert;

import org.jspecify.annotations.NullMarked;
