package dev.replenish.app;

import java.util.Optional;

/**
 * What {@code undo} is asked.
 *
 * @param what the replenishment that is meant: its commit or one of its tasks; the last one that
 *     still stands where nothing is said
 * @param how what the commit carries, and whether it is made
 */
public record UndoRequest(Optional<String> what, Committing how) {}
