package dev.replenish.app;

import java.util.Optional;

/**
 * What {@code init} is asked.
 *
 * @param board the folder of the new board, relative to the caller's; the caller's own where none
 *     is named
 * @param workflow whether to write a workflow that tops the board up every week
 */
public record InitRequest(Optional<String> board, boolean workflow) {}
