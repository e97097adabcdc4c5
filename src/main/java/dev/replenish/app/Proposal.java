package dev.replenish.app;

import dev.replenish.plan.FileChange;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The change that a command wants to make to a board: proven, and not yet made.
 *
 * @param changes the files that change; none if there is nothing to do
 * @param message the commit's message; called only if something changes
 * @param result returns the command's result; called after the commit, if one is made
 */
public record Proposal<R>(
    List<FileChange> changes, Supplier<String> message, Function<CommitOutcome, R> result) {}
