package dev.replenish.git.objects;

/**
 * One file as Git stores it.
 *
 * @param path path inside the repository, with {@code /}
 * @param id the 40 hex digits of the blob
 * @param bytes the content in repository form (line endings as committed)
 */
public record Blob(String path, String id, byte[] bytes) {}
