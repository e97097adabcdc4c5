package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.board.StatusAliases;
import dev.replenish.dialect.Role;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Conditions;
import dev.replenish.outline.words.Naming;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.StateHints;
import dev.replenish.outline.words.Topic;
import dev.replenish.outline.words.Urgency;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the headings around a task say of it, the innermost first.
 *
 * @param aliases the status words of the team
 */
record HeadingContext(Outline outline, Section section, Role role, StatusAliases aliases) {
  /** Whether tasks are moved out of the file. */
  boolean isBacklog() {
    return role == Role.BACKLOG;
  }

  /** What the innermost heading says that says more than that something is to be done. */
  Optional<Topic> topic() {
    return topics().filter(topic -> topic != Topic.OPEN).findFirst();
  }

  /** Whether a heading below the first level names a state, be it that something is to be done. */
  boolean tells() {
    return headings().stream()
        .anyMatch(at -> at.topicOfAll.filter(of -> of != Topic.OPEN || at.level > 1).isPresent());
  }

  /** What the headings say, the innermost first; the document's title says nothing. */
  private Stream<Topic> topics() {
    return headings().stream().flatMap(at -> at.topicOfAll.stream());
  }

  private List<Section> headings() {
    List<Section> headings = new ArrayList<>();
    for (Section at = section; at.parent != null; at = at.parent) {
      if (!at.isDocumentTitle()) {
        headings.add(at);
      }
    }
    return headings;
  }

  /** Whether nothing here is a task. */
  boolean informs() {
    return topics().findFirst().filter(Topic.INFORMATION::equals).isPresent();
  }

  /**
   * Whether a heading is decorated with a tick or begins with a word for done, of which nobody
   * knows what it means for each task, or says that nobody has weighed its tasks yet.
   */
  boolean ticked() {
    return headings().stream()
        .anyMatch(
            at ->
                Pictures.status(at.title).filter(Status.DONE::equals).isPresent()
                    || Vocabulary.beginsDone(at.title)
                    || Vocabulary.isUnweighed(at.title));
  }

  /** Whether a heading, or a paragraph below it, says that nothing there is to be done now. */
  boolean shut() {
    boolean told =
        isBacklog() && headings().stream().anyMatch(at -> Conditions.awaitRuling(at.title));
    for (Section at = section; at != null && !told; at = at.parent) {
      told = at.facts != null && at.facts.shut;
    }
    return told;
  }

  /** What the picture of the innermost heading says where the one above it is about states. */
  Optional<Status> pictured() {
    Section above = section.parent;
    return above != null && section.topic.isEmpty() && StateHints.namesStates(above.title)
        ? Caption.firstPicture(section.title).flatMap(Pictures::statusOf)
        : Optional.empty();
  }

  /** How urgent the innermost heading that says it makes its tasks. */
  Urgency level() {
    for (Section at = section; at.parent != null; at = at.parent) {
      Optional<Urgency> level = at.naming().level();
      if (level.isPresent()) {
        return level.get();
      }
    }
    return Urgency.UNSTATED;
  }

  /** What the innermost heading with a word in it is called. */
  Naming naming() {
    for (Section at = section; at.parent != null; at = at.parent) {
      Naming naming = at.naming();
      if (naming.type().isPresent()) {
        return naming;
      }
    }
    return Naming.NONE;
  }

  /**
   * The headings above the one that names the group which say what it is about, the outermost
   * first: a theme, a version; not what says a state or an urgency, or is said below once more.
   */
  List<String> outer() {
    List<String> outer = new ArrayList<>();
    String below = "";
    for (Section at = section; at.parent != null; at = at.parent) {
      Naming naming = at.naming();
      boolean tells =
          naming.type().isPresent()
              && naming.level().isEmpty()
              && !at.isDocumentTitle()
              && at.topic.isEmpty()
              && !below.contains(naming.words());
      if (tells && !below.isEmpty()) {
        outer.add(0, at.title);
      }
      below = naming.type().isPresent() ? naming.words() + "\n" + below : below;
    }
    return outer;
  }

  /**
   * The type of the tasks here; none where only the title of a TODO or an archive is above them,
   * which names no group.
   */
  Optional<String> type() {
    boolean untold = role != Role.BACKLOG && (section.isRoot() || section.isDocumentTitle());
    return untold ? Optional.empty() : naming().type();
  }
}
