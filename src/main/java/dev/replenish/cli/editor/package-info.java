/** The user's editor. */
@NullMarked
package dev.replenish.cli.editor;

import org.jspecify.annotations.NullMarked;
