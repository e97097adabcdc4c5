/** The use cases that change the fields, the text and the place of tasks. */
@NullMarked
package dev.replenish.app.edit;

import org.jspecify.annotations.NullMarked;
