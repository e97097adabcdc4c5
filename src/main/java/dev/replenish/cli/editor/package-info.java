/** The editor of whoever calls. */
@NullMarked
package dev.replenish.cli.editor;

import org.jspecify.annotations.NullMarked;
