package dev.replenish.app;

import dev.replenish.audit.Commit;
import dev.replenish.audit.Trail;

/**
 * A commit of ours.
 *
 * @param commit who made it and when
 * @param trail what its message says
 */
public record LogEntry(Commit commit, Trail trail) {}
