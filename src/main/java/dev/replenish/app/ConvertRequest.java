package dev.replenish.app;

/**
 * What {@code convert} is asked.
 *
 * @param archiveDone whether what is finished goes to the archive
 * @param how what the commit carries, and whether it is made
 */
public record ConvertRequest(boolean archiveDone, Committing how) {}
