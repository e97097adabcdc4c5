/**
 * Converts any other way of writing a board to the native dialect: tasks between markers, all other
 * text in its place (docs/reference/converting.md).
 */
@NullMarked
package dev.replenish.convert;

import org.jspecify.annotations.NullMarked;
