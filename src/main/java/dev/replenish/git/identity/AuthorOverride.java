package dev.replenish.git.identity;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Who a commit is by, beyond what Git's configuration says.
 *
 * @param override {@code A U Thor <a@b>} as {@code --author} takes it, or empty for the configured
 *     identity
 * @param when the author time
 * @param sign whether {@code commit.gpgSign} is followed; false is {@code --no-gpg-sign}
 */
public record AuthorOverride(Optional<String> override, ZonedDateTime when, boolean sign) {}
