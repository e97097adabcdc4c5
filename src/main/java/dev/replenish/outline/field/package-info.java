/** Fields, boxes and notes in the text of one task. */
@NullMarked
package dev.replenish.outline.field;

import org.jspecify.annotations.NullMarked;
