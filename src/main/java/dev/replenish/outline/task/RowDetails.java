package dev.replenish.outline.task;

import dev.replenish.board.UnmarkedForm;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Details of rows in lists below their table: what is in an item that begins with the id of a row
 * is a part of that task (docs/reference/unmarked.md, "Tables").
 */
public final class RowDetails {
  private static final Pattern FIRST_WORD =
      Pattern.compile("^[^\\p{L}\\p{N}]*(\\p{L}[\\p{L}\\p{N}._-]{0,30})");

  private final Outline outline;
  private final Set<String> ids = new HashSet<>();

  /** Collects the ids of the rows in {@code found}, and of those moved out of {@code section}. */
  public RowDetails(Outline outline, Section section, List<FoundTask> found) {
    this.outline = outline;
    for (FoundTask task : found) {
      boolean row = task.kind() == UnmarkedForm.Kind.ROW && !task.unclear();
      task.header().id().filter(id -> row).ifPresent(ids::add);
    }
    for (String word : AuditComments.ids(outline, section)) {
      if (word.chars().anyMatch(Character::isDigit)) {
        ids.add(word);
      }
    }
  }

  /** Removes the tasks that are parts of a row. */
  public void leaveOut(List<FoundTask> tasks) {
    if (!ids.isEmpty()) {
      tasks.removeIf(this::isDetail);
    }
  }

  private boolean isDetail(FoundTask task) {
    if (task.kind() != UnmarkedForm.Kind.ITEM) {
      return false;
    }
    boolean own = task.state().clues().box().isEmpty() && names(outline.text(task.range().first()));
    return own || task.range().frame().stream().anyMatch(this::names);
  }

  private boolean names(Span item) {
    return names(outline.source().text(item));
  }

  private boolean names(String item) {
    Matcher word = FIRST_WORD.matcher(item);
    return word.find() && ids.contains(word.group(1));
  }
}
