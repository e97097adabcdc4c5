/** What the words, marks and pictures of a backlog mean, in every language that is read. */
@NullMarked
package dev.replenish.outline.words;

import org.jspecify.annotations.NullMarked;
