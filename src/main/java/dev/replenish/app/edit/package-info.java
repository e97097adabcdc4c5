/** The use cases that change tasks: their fields, their text, their place. */
@NullMarked
package dev.replenish.app.edit;

import org.jspecify.annotations.NullMarked;
