/** Fetches and pushes. Loaded only with {@code --push}. */
@NullMarked
package dev.replenish.git.remote;

import org.jspecify.annotations.NullMarked;
