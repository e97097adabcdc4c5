@NullMarked
package dev.replenish.audit;

import org.jspecify.annotations.NullMarked;
