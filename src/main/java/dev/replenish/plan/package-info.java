/** What will be done: a batch becomes edits, the edits are proven, and a message tells of them. */
@NullMarked
package dev.replenish.plan;

import org.jspecify.annotations.NullMarked;
