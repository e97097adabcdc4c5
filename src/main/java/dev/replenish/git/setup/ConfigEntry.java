package dev.replenish.git.setup;

/**
 * One setting as written in one file or variable.
 *
 * @param key the variable's name in lower case, after the subsection and a dot if there is one
 * @param value the value; {@code true} for a variable written without one
 * @param origin where it was written, such as {@code global (/home/ana/.gitconfig)}
 */
public record ConfigEntry(String key, String value, String origin) {}
