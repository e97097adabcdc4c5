package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.outline.page.Cue;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.task.FoundTask.Clues;
import dev.replenish.outline.words.BodyStates;
import dev.replenish.outline.words.Column;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.StateHints;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds labelled lines and words below headings that may give a state in other ways than a status
 * field (docs/reference/unmarked.md, "States").
 */
final class StateDoubts {
  private static final int SEVERAL = 3;
  private static final Set<Cue> FORMS = EnumSet.of(Cue.TAG, Cue.ISSUE, Cue.KIND, Cue.COLUMN);

  private final Outline outline;

  /** Whether the words below a heading begin with a state. */
  private final Map<Section, Boolean> stateFirst = new HashMap<>();

  /** The number of headings in each group whose words below begin with a state. */
  private final Map<Section, Integer> startsInGroup = new HashMap<>();

  /** The unknown labels, used more than once, whose values always begin with a word in capitals. */
  private final Set<String> capitalLabels = new HashSet<>();

  /** Collects what raises doubts about the headings of a document that are or may be tasks. */
  StateDoubts(Outline outline, Survey survey, HeadingRoles roles) {
    this.outline = outline;
    Set<String> seen = new HashSet<>();
    Set<String> otherLabels = new HashSet<>();
    for (HeadingFacts facts : survey.all()) {
      boolean task = roles.kind(facts.section) != HeadingRoles.Kind.GROUP;
      if (task && isStateless(facts) && startsWithState(facts.section)) {
        startsInGroup.merge(Objects.requireNonNull(facts.section.parent), 1, Integer::sum);
      }
      for (Label label : task ? labels(facts.section) : List.<Label>of()) {
        boolean inCapitals = isUnknown(label) && StateHints.shouts(label.value());
        Set<String> to = inCapitals ? seen.add(label.key()) ? seen : capitalLabels : otherLabels;
        to.add(label.key());
      }
    }
    capitalLabels.removeAll(otherLabels);
  }

  /** The task of a heading, with an unsettled state if such a line suggests that it is not open. */
  FoundTask of(HeadingFacts facts, FoundTask task) {
    Clues own = task.state().clues();
    boolean notOpen = own.statuses().stream().anyMatch(status -> status != Status.TODO);
    boolean doubted =
        !notOpen
            && (facts.struckItem
                || labels(facts.section).stream().anyMatch(this::suggestsState)
                || (own.box().isEmpty() && own.field().isEmpty() && mayGiveState(facts)));
    return doubted ? task.withClues(own.asUnsettled()) : task;
  }

  /**
   * Whether the words below a heading begin with a state, or those below several headings beside it
   * do. If neither its title nor a label is written like those of tasks, any sentence about a delay
   * counts too.
   */
  private boolean mayGiveState(HeadingFacts facts) {
    Section parent = facts.section.parent;
    return startsWithState(facts.section)
        || (parent != null
            && startsInGroup.getOrDefault(parent, 0) >= SEVERAL
            && isStateless(facts))
        || (isBare(facts) && paragraphs(facts.section).stream().anyMatch(BodyStates::mentionDelay));
  }

  private boolean startsWithState(Section section) {
    return stateFirst.computeIfAbsent(section, this::beginsWithState);
  }

  private boolean beginsWithState(Section section) {
    List<String> paragraphs = paragraphs(section);
    return !paragraphs.isEmpty() && BodyStates.lead(paragraphs.get(0));
  }

  /** Whether neither a box nor its title nor a field gives its state. */
  private static boolean isStateless(HeadingFacts facts) {
    return facts.box.isEmpty()
        && facts.caption.mark().isEmpty()
        && facts.fields.of(Column.STATUS).isEmpty();
  }

  private static boolean isBare(HeadingFacts facts) {
    return facts.labels.isEmpty()
        && facts.caption.id().isEmpty()
        && facts.caption.level().isEmpty()
        && HeadingSiblings.code(facts.section.title).isEmpty()
        && FORMS.stream().noneMatch(facts.evidence::has);
  }

  /** The paragraphs right below the heading, without those in lists and quotes. */
  private List<String> paragraphs(Section section) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      boolean own = line.isText() && line.depth() == 0 && !line.quoted();
      if (own) {
        open.append(open.length() > 0 ? " " : "").append(outline.text(line));
      }
      if ((!own || i + 1 == section.ownEnd()) && open.length() > 0) {
        paragraphs.add(open.toString());
        open.setLength(0);
      }
    }
    return paragraphs;
  }

  private boolean suggestsState(Label label) {
    Optional<Column> column = Vocabulary.column(label.words());
    return column.isEmpty()
        ? capitalLabels.contains(label.key())
            || StateHints.holds(label.value())
            || (!label.bold() && StateHints.isNotOpen(label.words()))
        : column.get() == Column.PRIORITY && StateHints.bracketed(label.value());
  }

  private static boolean isUnknown(Label label) {
    return Vocabulary.column(label.words()).isEmpty();
  }

  /** The labels with values on lines and outer items right below the heading. */
  private List<Label> labels(Section section) {
    List<Label> labels = new ArrayList<>();
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      boolean own = line.isText() && line.depth() == 0;
      boolean item = line.item() && line.depth() == 1 && !line.quoted();
      Label label = own || item ? Label.of(outline.text(line)) : null;
      if (label != null && !label.isAlone()) {
        labels.add(label);
      }
    }
    return labels;
  }
}
