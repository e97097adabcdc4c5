package dev.replenish.board;

import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One file of a board, with what its reader found in it.
 *
 * @param source its bytes
 * @param blocks its groups and tasks
 * @param findings the findings of its reader
 * @param insertions where text is added to it
 * @param batchType the value of the "Batch Type" line outside of all blocks, if any
 * @param summaries the text between the markers of each summary of the board
 * @param marked whether markers enclose the tasks
 * @param reading makes the report on how the file was read, when it is first needed
 */
public record Document(
    SourceText source,
    Blocks blocks,
    List<Finding> findings,
    Insertions insertions,
    Optional<Span> batchType,
    List<Span> summaries,
    boolean marked,
    Supplier<ReadingReport> reading) {

  /**
   * The groups and tasks of a document.
   *
   * @param groups its groups in listed order
   * @param tasks all its tasks in listed order, in and outside of groups, without templates
   * @param templates the blocks that are templates
   * @param buried the tasks whose headers are inside blocks of other tasks
   */
  public record Blocks(
      List<Group> groups, List<Task> tasks, List<Task> templates, List<Buried> buried) {

    /** Copies the collections. */
    public Blocks {
      groups = List.copyOf(groups);
      tasks = List.copyOf(tasks);
      templates = List.copyOf(templates);
      buried = List.copyOf(buried);
    }
  }

  /**
   * Where text is added to a document.
   *
   * @param afterTasks where further tasks are added: after the last block, or at the end of the
   *     file
   * @param atEnd the end of the file
   * @param sites where further tasks are added in a file without markers; empty with markers
   */
  public record Insertions(
      InsertionPoint afterTasks, InsertionPoint atEnd, List<InsertionSite> sites) {

    /** Copies the collection. */
    public Insertions {
      sites = List.copyOf(sites);
    }
  }

  /** Copies the collections. */
  public Document {
    findings = List.copyOf(findings);
    summaries = List.copyOf(summaries);
  }

  /** Its groups in listed order. */
  public List<Group> groups() {
    return blocks.groups;
  }

  /** All its tasks in listed order, in and outside of groups, without templates. */
  public List<Task> tasks() {
    return blocks.tasks;
  }

  /** The report on how the file was read. */
  public ReadingReport readingReport() {
    return reading.get();
  }

  /** The path inside the repository. */
  public String path() {
    return source.path();
  }

  /** The last part of its path. */
  public String fileName() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  /** The first finding that makes the limits of blocks ambiguous, if any. */
  public Optional<Finding> damage() {
    for (Finding finding : findings) {
      if (finding.code().isDamage()) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }

  /** The same document with other findings. */
  public Document with(List<Finding> other) {
    return new Document(source, blocks, other, insertions, batchType, summaries, marked, reading);
  }

  /** The same document with only these groups and tasks. */
  public Document with(List<Group> otherGroups, List<Task> otherTasks) {
    Blocks others = new Blocks(otherGroups, otherTasks, blocks.templates, blocks.buried);
    return new Document(
        source, others, findings, insertions, batchType, summaries, marked, reading);
  }

  /** The active tasks, which take room, in listed order. */
  public List<Task> activeTasks() {
    List<Task> active = new ArrayList<>();
    for (Task task : tasks()) {
      if (task.isActive()) {
        active.add(task);
      }
    }
    return active;
  }
}
