package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.outline.FoundTask.Clues;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of tasks that stand elsewhere, and what tables that list them again say of them. */
final class TaskIndex {
  private final Set<String> headings = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final Map<String, Clues> told = new HashMap<>();

  /** Takes in the names in front of headings that are tasks, and those of what was moved. */
  void known(Survey survey, HeadingRoles roles, Outline outline) {
    for (HeadingFacts facts : survey.all()) {
      boolean task = facts.caption.named() && isTask(facts.section, roles);
      facts.caption.id().filter(id -> task).ifPresent(headings::add);
      others.addAll(AuditComments.ids(outline, facts.section));
    }
  }

  private static boolean isTask(Section section, HeadingRoles roles) {
    boolean informs = false;
    for (Section at = section.parent; at != null; at = at.parent) {
      informs |= at.topic.filter(Topic.INFORMATION::equals).isPresent();
    }
    return roles.kind(section) == HeadingRoles.Kind.TASK
        && !informs
        && !roles.evidence(section).has(Cue.INFORMS);
  }

  /** Whether most of the rows have the name of a heading, of a row above or of what was moved. */
  boolean repeats(List<FoundTask> rows) {
    int again = 0;
    for (FoundTask row : rows) {
      again += name(row).filter(this::isKnown).isPresent() ? 1 : 0;
    }
    for (FoundTask row : rows) {
      name(row).ifPresent(others::add);
    }
    boolean repeats = again > 1 && again * 2 > rows.size();
    for (FoundTask row : repeats ? rows : List.<FoundTask>of()) {
      name(row).filter(headings::contains).ifPresent(id -> told.putIfAbsent(id, row.clues()));
    }
    return repeats;
  }

  private boolean isKnown(String name) {
    return headings.contains(name) || others.contains(name);
  }

  /** Its name in a column for it, or in front of its title; a mere number is none. */
  private static Optional<String> name(FoundTask row) {
    Optional<String> title = row.caption().named() ? row.caption().id() : Optional.empty();
    return row.id().filter(id -> !id.chars().allMatch(Character::isDigit)).or(() -> title);
  }

  /** A task that tells no state of its own, with the one that such a table tells. */
  FoundTask told(FoundTask task) {
    Clues own = task.clues();
    Clues row = task.caption().id().map(told::get).orElse(null);
    boolean silent = own.box().isEmpty() && own.field().isEmpty() && own.mark().isEmpty();
    if (row == null || !silent || own.unsettled()) {
      return task;
    }
    Optional<Status> over = row.box().or(row::field).or(row::mark);
    return task.saying(new Clues(own.box(), over, own.mark(), row.unsettled()));
  }
}
