package dev.replenish.outline;

import dev.replenish.board.FileRole;
import dev.replenish.board.Status;
import dev.replenish.board.StatusAliases;
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
 * The headings around a task, of which the innermost counts first, and what they state about it.
 *
 * @param aliases the team's own words for statuses
 */
record HeadingContext(Outline outline, Section section, FileRole role, StatusAliases aliases) {
  /** Whether the file is the backlog, out of which tasks are moved. */
  boolean isBacklog() {
    return role == FileRole.BACKLOG;
  }

  /** The topic of the innermost heading that has one other than {@link Topic#OPEN}. */
  Optional<Topic> topic() {
    return topics().filter(topic -> topic != Topic.OPEN).findFirst();
  }

  /** Whether a heading has a topic; {@link Topic#OPEN} counts only below the first level. */
  boolean hasTopic() {
    return headings().stream()
        .anyMatch(
            heading ->
                heading
                    .topicOfAll
                    .filter(topic -> topic != Topic.OPEN || heading.level > 1)
                    .isPresent());
  }

  /** The topics of the headings, the innermost first; the document's title has none. */
  private Stream<Topic> topics() {
    return headings().stream().flatMap(heading -> heading.topicOfAll.stream());
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

  /** Whether the innermost topic is informational, so that nothing here is a task. */
  boolean informs() {
    return topics().findFirst().filter(Topic.INFORMATION::equals).isPresent();
  }

  /**
   * Whether a heading leaves the state of each task unclear: it has a tick, begins with a word for
   * done, or says that its tasks are not evaluated yet.
   */
  boolean isDoubtful() {
    return headings().stream()
        .anyMatch(
            heading ->
                Pictures.status(heading.title).filter(Status.DONE::equals).isPresent()
                    || Vocabulary.beginsDone(heading.title)
                    || Vocabulary.isUnweighed(heading.title));
  }

  /** Whether a heading, or a paragraph below it, says that nothing there should be done now. */
  boolean shut() {
    boolean shut =
        isBacklog()
            && headings().stream().anyMatch(heading -> Conditions.awaitRuling(heading.title));
    for (Section at = section; at != null && !shut; at = at.parent) {
      shut = at.facts != null && at.facts.shut;
    }
    return shut;
  }

  /**
   * The status that the picture of the innermost heading gives, if the heading above is about
   * states.
   */
  Optional<Status> pictureStatus() {
    Section above = section.parent;
    return above != null && section.topic.isEmpty() && StateHints.namesStates(above.title)
        ? Caption.firstPicture(section.title).flatMap(Pictures::statusOf)
        : Optional.empty();
  }

  /** The urgency that the innermost heading with one gives its tasks. */
  Urgency level() {
    for (Section at = section; at.parent != null; at = at.parent) {
      Optional<Urgency> level = at.naming().level();
      if (level.isPresent()) {
        return level.get();
      }
    }
    return Urgency.UNSTATED;
  }

  /** The name of the innermost heading that contains a word. */
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
   * The headings above the one that names the group, the outermost first, as far as they give a
   * theme or a version. Those with a state or an urgency, and those whose words a heading below
   * repeats, are left out.
   */
  List<String> outer() {
    List<String> outer = new ArrayList<>();
    String below = "";
    for (Section at = section; at.parent != null; at = at.parent) {
      Naming naming = at.naming();
      boolean isTheme =
          naming.type().isPresent()
              && naming.level().isEmpty()
              && !at.isDocumentTitle()
              && at.topic.isEmpty()
              && !below.contains(naming.words());
      if (isTheme && !below.isEmpty()) {
        outer.add(0, at.title);
      }
      below = naming.type().isPresent() ? naming.words() + "\n" + below : below;
    }
    return outer;
  }

  /**
   * The type of the tasks here; empty if only the title of a TODO or an archive is above them,
   * since it names no group.
   */
  Optional<String> type() {
    boolean onlyTitle = role != FileRole.BACKLOG && (section.isRoot() || section.isDocumentTitle());
    return onlyTitle ? Optional.empty() : naming().type();
  }
}
