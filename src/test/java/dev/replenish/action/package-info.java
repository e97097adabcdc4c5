/** Tests of the GitHub Action: a runner that works offline, and what the action does on it. */
@NullMarked
package dev.replenish.action;

import org.jspecify.annotations.NullMarked;
