package dev.replenish.board;

import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * {@code TASK_INDEX.md} with its entries.
 *
 * @param source its bytes
 * @param entries its entries in listed order, without templates and damaged entries
 * @param findings the damage in it
 * @param end where the first entry of an empty index is added: the end of the file
 */
public record TaskIndex(
    SourceText source, List<IndexEntry> entries, List<Finding> findings, InsertionPoint end) {

  /** Copies the collections. */
  public TaskIndex {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /** The path inside the repository. */
  public String path() {
    return source.path();
  }

  /** The first finding that makes the limits of entries ambiguous, if any. */
  public Optional<Finding> damage() {
    return findings.stream().findFirst();
  }
}
