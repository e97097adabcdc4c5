/** The settings: their values, and the places that set them. */
@NullMarked
package dev.replenish.settings;

import org.jspecify.annotations.NullMarked;
