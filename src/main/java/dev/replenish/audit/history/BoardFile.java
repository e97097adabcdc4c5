package dev.replenish.audit.history;

import dev.replenish.board.FileRole;

/**
 * A file of a board, in any commit.
 *
 * @param path its path inside the repository
 * @param dir the board's folder; {@code .} for the root
 * @param role which of the board's files it is
 */
public record BoardFile(String path, String dir, FileRole role) {}
