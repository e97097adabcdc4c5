/** Changes tasks: their fields, their whole text, their place in a group. */
@NullMarked
package dev.replenish.plan.edit;

import org.jspecify.annotations.NullMarked;
