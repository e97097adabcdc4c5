package dev.replenish.git.history;

import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * Lets a walk that sorts a whole history first keep the text of the commits that it reads, so that
 * each is read once: of so many commits as fit into some tens of megabytes. Takes every commit.
 */
final class RetainedBodies extends RevFilter {
  private static final int MOST_COMMITS = 100_000;

  private int seen;

  @Override
  public boolean include(RevWalk walk, RevCommit commit) {
    walk.setRetainBody(++seen < MOST_COMMITS);
    return true;
  }

  @Override
  public boolean requiresCommitBody() {
    return false;
  }

  @Override
  public RevFilter clone() {
    return this;
  }
}
