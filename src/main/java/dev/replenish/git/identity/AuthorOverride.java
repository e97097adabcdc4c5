package dev.replenish.git.identity;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The author of a commit and whether it is signed, as far as options override Git's configuration.
 *
 * @param override {@code A U Thor <a@b>} as {@code --author} accepts it, or empty for the
 *     configured identity
 * @param when the author time
 * @param sign whether {@code commit.gpgSign} is followed; false for {@code --no-gpg-sign}
 */
public record AuthorOverride(Optional<String> override, ZonedDateTime when, boolean sign) {}
