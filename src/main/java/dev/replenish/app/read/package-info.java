/** The use cases that only read: tasks, the log, one task with its history, settings. */
@NullMarked
package dev.replenish.app.read;

import org.jspecify.annotations.NullMarked;
