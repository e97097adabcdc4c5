/** Lossless text: bytes with lines, spans in them, and edits that leave every other byte alone. */
@NullMarked
package dev.replenish.text;

import org.jspecify.annotations.NullMarked;
