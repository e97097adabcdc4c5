/** Results as words: text for people, JSON for machines. Whatever comes from files is untrusted. */
@NullMarked
package dev.replenish.report;

import org.jspecify.annotations.NullMarked;
