package dev.replenish.app;

import dev.replenish.plan.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * What {@code convert} came to.
 *
 * @param change what became of the tasks
 * @param promotable what it means for promotion; empty where nothing was converted, or was before
 */
public record ConvertResult(ChangeResult change, Optional<Promotable> promotable) {

  /** The same change with more to say. */
  public ChangeResult saying(List<String> more) {
    return new ChangeResult(
        change.dir(),
        change.tasks(),
        change.refill(),
        change.changes(),
        change.findings(),
        change.ending().and(more));
  }

  /** The same change without what is said of each single task that lacks a field. */
  public ChangeResult brief() {
    List<FileChange> changes = change.changes();
    return new ChangeResult(
        change.dir(),
        change.tasks(),
        change.refill(),
        changes,
        change.findings().stream().filter(finding -> !finding.code().isOfField()).toList(),
        change.ending());
  }
}
