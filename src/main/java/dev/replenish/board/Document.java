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
 * @param groups its groups in listed order
 * @param tasks all its tasks in listed order, in and outside of groups, without templates
 * @param templates the blocks that are templates
 * @param buried the tasks whose headers are inside blocks of other tasks
 * @param findings the findings of its reader
 * @param end where further tasks are added: after the last block, or at the end of the file
 * @param bottom the end of the file
 * @param insertionSites where further tasks are added in a file without markers; empty with markers
 * @param batchType the value of the "Batch Type" line outside of all blocks, if any
 * @param summaries the text between the markers of each summary of the board
 * @param marked whether markers enclose the tasks
 * @param reading makes the report on how the file was read, when it is first needed
 */
public record Document(
    SourceText source,
    List<Group> groups,
    List<Task> tasks,
    List<Task> templates,
    List<Buried> buried,
    List<Finding> findings,
    InsertionPoint end,
    InsertionPoint bottom,
    List<InsertionSite> insertionSites,
    Optional<Span> batchType,
    List<Span> summaries,
    boolean marked,
    Supplier<ReadingReport> reading) {

  /** Copies the collections. */
  public Document {
    groups = List.copyOf(groups);
    tasks = List.copyOf(tasks);
    templates = List.copyOf(templates);
    buried = List.copyOf(buried);
    findings = List.copyOf(findings);
    insertionSites = List.copyOf(insertionSites);
    summaries = List.copyOf(summaries);
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
    return with(groups, tasks, other);
  }

  /** The same document with only these groups and tasks. */
  public Document with(List<Group> otherGroups, List<Task> otherTasks) {
    return with(otherGroups, otherTasks, findings);
  }

  private Document with(
      List<Group> otherGroups, List<Task> otherTasks, List<Finding> otherFindings) {
    return new Document(
        source,
        otherGroups,
        otherTasks,
        templates,
        buried,
        otherFindings,
        end,
        bottom,
        insertionSites,
        batchType,
        summaries,
        marked,
        reading);
  }

  /** The active tasks, which take room, in listed order. */
  public List<Task> activeTasks() {
    List<Task> active = new ArrayList<>();
    for (Task task : tasks) {
      if (task.isActive()) {
        active.add(task);
      }
    }
    return active;
  }
}
