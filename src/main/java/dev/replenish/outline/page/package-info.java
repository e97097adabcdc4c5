/** The structure of a document: lines, headings, lists, tables, and the facts about them. */
@NullMarked
package dev.replenish.outline.page;

import org.jspecify.annotations.NullMarked;
