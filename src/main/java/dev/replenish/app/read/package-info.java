/** What is only read: tasks, the trail, one task with its history, settings. */
@NullMarked
package dev.replenish.app.read;

import org.jspecify.annotations.NullMarked;
