package dev.replenish.plan;

import dev.replenish.text.Edits;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one file: edits of it, or a new one where there was none.
 *
 * @param path the path inside the repository
 * @param edits the edits; empty for a new file
 * @param after the bytes after, not a copy: read only
 */
public record FileChange(String path, Optional<Edits> edits, byte[] after) {

  /** An existing file with {@code edits}. */
  public static FileChange edit(Edits edits) {
    return new FileChange(edits.source().path(), Optional.of(edits), edits.apply());
  }

  /** The change that {@code edits} of {@code source} make; none where there are none. */
  public static List<FileChange> listOf(SourceText source, List<Replacement> edits) {
    return edits.isEmpty() ? List.of() : List.of(edit(Edits.of(source, edits)));
  }

  /** A file that did not exist, or was empty. */
  public static FileChange create(String path, byte[] content) {
    return new FileChange(path, Optional.empty(), content);
  }

  /** The bytes before, not a copy: read only; none for a new file. */
  public byte[] before() {
    return edits.map(Edits::source).map(SourceText::bytes).orElse(new byte[0]);
  }
}
