package dev.replenish.git.history;

import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * Includes every commit. Lets a walk that sorts the whole history keep the commits' bodies, so that
 * each is read only once; limited to what fits into some tens of megabytes.
 */
final class RetainedBodies extends RevFilter {
  private static final int MAX_COMMITS = 100_000;

  private int seen;

  @Override
  public boolean include(RevWalk walk, RevCommit commit) {
    walk.setRetainBody(++seen < MAX_COMMITS);
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
