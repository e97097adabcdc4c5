package dev.replenish.git.objects;

/**
 * A file to create or replace; an existing file keeps its mode.
 *
 * @param path path inside the repository, with {@code /}
 * @param bytes the whole new content in repository form
 */
public record Change(String path, byte[] bytes) {}
