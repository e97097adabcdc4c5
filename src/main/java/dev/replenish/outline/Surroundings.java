package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.dialect.Role;
import java.util.Optional;

/** What the headings around a task say of it, the innermost first. */
final class Surroundings {
  private final Outline outline;
  private final Section section;
  private final Role role;

  Surroundings(Outline outline, Section section, Role role) {
    this.outline = outline;
    this.section = section;
    this.role = role;
  }

  Outline outline() {
    return outline;
  }

  Section section() {
    return section;
  }

  /** What the innermost heading that says anything says. */
  Optional<Topic> topic() {
    for (Section at = section; at.parent != null; at = at.parent) {
      Optional<Topic> topic = at.isDocumentTitle() ? Optional.empty() : Vocabulary.topic(at.title);
      if (topic.isPresent()) {
        return topic;
      }
    }
    return Optional.empty();
  }

  /** Whether nothing here is a task. */
  boolean informs() {
    return topic().filter(Topic.INFORMATION::equals).isPresent();
  }

  /** Whether the heading is decorated with a tick, of which nobody knows what it means. */
  boolean ticked() {
    return !section.isRoot()
        && !section.isDocumentTitle()
        && Vocabulary.statusPicture(section.title).filter(Status.DONE::equals).isPresent();
  }

  /** How urgent the innermost heading that says it makes its tasks. */
  Level level() {
    for (Section at = section; at.parent != null; at = at.parent) {
      Optional<Level> level = Naming.of(at.title).level();
      if (level.isPresent()) {
        return level.get();
      }
    }
    return Level.UNSTATED;
  }

  /** What the innermost heading with a word in it is called. */
  Naming naming() {
    for (Section at = section; at.parent != null; at = at.parent) {
      Naming naming = Naming.of(at.title);
      if (naming.type().isPresent()) {
        return naming;
      }
    }
    return Naming.NONE;
  }

  /**
   * The type of the tasks here; none where only the title of a TODO or an archive stands above
   * them, which names no group.
   */
  Optional<String> type() {
    boolean untold = role != Role.BACKLOG && (section.isRoot() || section.isDocumentTitle());
    return untold ? Optional.empty() : naming().type();
  }
}
