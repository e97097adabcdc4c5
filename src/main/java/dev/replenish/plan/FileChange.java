package dev.replenish.plan;

import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * The change of one file: edits of an existing file, or a new file.
 *
 * @param path the path inside the repository
 * @param edits the edits; empty for a new file
 * @param after the bytes after the change; not a copy, so read only
 */
public record FileChange(String path, Optional<Edits> edits, byte[] after) {

  /** An existing file with {@code edits}. */
  public static FileChange edit(Edits edits) {
    return new FileChange(edits.source().path(), Optional.of(edits), edits.apply());
  }

  /** The change that {@code edits} of {@code source} make; none if there are no edits. */
  public static List<FileChange> listOf(SourceText source, List<Replacement> edits) {
    return edits.isEmpty() ? List.of() : List.of(edit(Edits.of(source, edits)));
  }

  /** A new file, or one that was empty. */
  public static FileChange create(String path, byte[] content) {
    return new FileChange(path, Optional.empty(), content);
  }

  /** The bytes before the change, none for a new file; not a copy, so read only. */
  public byte[] before() {
    return edits.map(Edits::source).map(SourceText::bytes).orElse(new byte[0]);
  }
}
