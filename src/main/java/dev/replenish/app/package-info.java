/** What Replenish does for people: one class a use case, a request in and a result out. */
@NullMarked
package dev.replenish.app;

import org.jspecify.annotations.NullMarked;
