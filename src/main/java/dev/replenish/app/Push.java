package dev.replenish.app;

import java.util.Optional;

/**
 * Where a commit is pushed to, in place of the local branch (docs/reference/pushing.md).
 *
 * @param remote the remote's name or a URL; empty for that of the branch, else {@code origin}
 * @param branch the branch for a proposal; empty for the branch itself
 */
public record Push(Optional<String> remote, Optional<String> branch) {}
