/** Plans changes: turns a batch into edits, proves the edits, and describes them in a message. */
@NullMarked
package dev.replenish.plan;

import org.jspecify.annotations.NullMarked;
