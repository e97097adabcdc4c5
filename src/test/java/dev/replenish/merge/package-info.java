@NullMarked
package dev.replenish.merge;

import org.jspecify.annotations.NullMarked;
