/** What commits did to files: walks, versions, searches. */
@NullMarked
package dev.replenish.git.history;

import org.jspecify.annotations.NullMarked;
