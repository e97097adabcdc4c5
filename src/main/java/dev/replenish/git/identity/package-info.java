/** Author, committer and dates of a commit, found as Git does. */
@NullMarked
package dev.replenish.git.identity;

import org.jspecify.annotations.NullMarked;
