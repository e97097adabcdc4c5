/** Fetching and pushing. Nothing of it is loaded without {@code --push}. */
@NullMarked
package dev.replenish.git.remote;

import org.jspecify.annotations.NullMarked;
