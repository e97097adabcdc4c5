/** Output for GitHub Actions: annotations, outputs, the job summary. */
@NullMarked
package dev.replenish.report.github;

import org.jspecify.annotations.NullMarked;
