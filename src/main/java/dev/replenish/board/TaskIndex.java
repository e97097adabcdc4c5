package dev.replenish.board;

import dev.replenish.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * {@code TASK_INDEX.md}, read.
 *
 * @param source its bytes
 * @param entries its entries in listed order, templates and damaged ones left out
 * @param findings what is damaged in it
 * @param end where the first entry belongs if there is none: the end of the file
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

  /** The first finding because of which entries can't be told apart, if there is one. */
  public Optional<Finding> damage() {
    return findings.stream().findFirst();
  }
}
