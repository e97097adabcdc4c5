package dev.replenish.board;

import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One file of a board, read.
 *
 * @param source its bytes
 * @param blocks what it holds
 * @param findings what its reader found
 * @param sites where it can be added to
 * @param batchType the value of the "Batch Type" line outside all blocks, if there is one
 * @param summaries what is between the markers of each summary of the board
 * @param marked whether markers enclose the tasks
 * @param reading shows how it was understood when it is first asked
 */
public record Document(
    SourceText source,
    Blocks blocks,
    List<Finding> findings,
    Sites sites,
    Optional<Span> batchType,
    List<Span> summaries,
    boolean marked,
    Supplier<ReadingReport> reading) {

  /**
   * What a document holds.
   *
   * @param groups its groups in listed order
   * @param tasks all its tasks in listed order, in and outside of groups, templates left out
   * @param templates the blocks that are templates
   * @param buried the tasks whose headers are in blocks of others
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
   * Where a document can be added to.
   *
   * @param end where further tasks belong: behind the last block, or at the end
   * @param bottom the end of the file
   * @param landings where further tasks go where no markers enclose them; empty where they do
   */
  public record Sites(InsertionPoint end, InsertionPoint bottom, List<InsertionSite> landings) {

    /** Copies the collection. */
    public Sites {
      landings = List.copyOf(landings);
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

  /** All its tasks in listed order, in and outside of groups, templates left out. */
  public List<Task> tasks() {
    return blocks.tasks;
  }

  /** The blocks that are templates. */
  public List<Task> templates() {
    return blocks.templates;
  }

  /** The tasks whose headers are in blocks of others. */
  public List<Buried> buried() {
    return blocks.buried;
  }

  /** Where further tasks belong: behind the last block, or at the end. */
  public InsertionPoint end() {
    return sites.end;
  }

  /** The end of the file. */
  public InsertionPoint bottom() {
    return sites.bottom;
  }

  /** Where further tasks go where no markers enclose them; empty where they do. */
  public List<InsertionSite> landings() {
    return sites.landings;
  }

  /** How it was understood. */
  public ReadingReport insight() {
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

  /** The first finding because of which blocks can't be told apart, if there is one. */
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
    return new Document(source, blocks, other, sites, batchType, summaries, marked, reading);
  }

  /** The same document with other tasks, as it would be read without the rest. */
  public Document with(List<Group> otherGroups, List<Task> otherTasks) {
    Blocks others = new Blocks(otherGroups, otherTasks, blocks.templates, blocks.buried);
    return new Document(source, others, findings, sites, batchType, summaries, marked, reading);
  }

  /** The tasks that take room, in listed order. */
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
