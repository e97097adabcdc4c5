package dev.replenish.app;

import dev.replenish.plan.FileChange;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a command wants to do to a board, proven and not yet done.
 *
 * @param changes the files that change; none where there is nothing to do
 * @param message the commit's message; asked for only where something changes
 * @param result the command's result, after the commit where one was made
 */
public record Proposal<R>(
    List<FileChange> changes, Supplier<String> message, Function<CommitOutcome, R> result) {}
