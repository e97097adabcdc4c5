/** The block structure of Markdown as CommonMark defines it, scanned line by line over bytes. */
@NullMarked
package dev.replenish.markdown;

import org.jspecify.annotations.NullMarked;
