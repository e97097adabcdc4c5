package dev.replenish.app;

import java.util.Optional;

/**
 * What {@code convert} is asked.
 *
 * @param require what the setting {@code require} is to say from now on, where that is named
 * @param archiveDone whether what is finished goes to the archive
 * @param how what the commit carries, and whether it is made
 */
public record ConvertRequest(Optional<String> require, boolean archiveDone, Committing how) {}
