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
 * Labelled lines and words below headings that may give a state in other ways than a status does
 * (docs/reference/unmarked.md, "States").
 */
final class StateDoubts {
  private static final int SEVERAL = 3;
  private static final Set<Cue> FORMS = EnumSet.of(Cue.TAG, Cue.ISSUE, Cue.KIND, Cue.COLUMN);

  private final Outline outline;

  /** Whether the words below a heading begin with a state. */
  private final Map<Section, Boolean> begun = new HashMap<>();

  /** Below how many headings of each group the words begin with a state. */
  private final Map<Section, Integer> led = new HashMap<>();

  /** Unknown labels whose values are in capitals wherever they are. */
  private final Set<String> shouted = new HashSet<>();

  /** Doubts about the headings of a document that are or may be tasks. */
  StateDoubts(Outline outline, Survey survey, HeadingRoles roles) {
    this.outline = outline;
    Set<String> once = new HashSet<>();
    Set<String> calm = new HashSet<>();
    for (HeadingFacts facts : survey.all()) {
      boolean task = roles.kind(facts.section) != HeadingRoles.Kind.GROUP;
      if (task && isUntold(facts) && isLed(facts.section)) {
        led.merge(Objects.requireNonNull(facts.section.parent), 1, Integer::sum);
      }
      for (Label label : task ? labels(facts.section) : List.<Label>of()) {
        boolean shouts = isUnknown(label) && StateHints.shouts(label.value());
        Set<String> to = shouts ? once.add(label.key()) ? once : shouted : calm;
        to.add(label.key());
      }
    }
    shouted.removeAll(calm);
  }

  /** The task of a heading, unsettled where such a line speaks against its being open. */
  FoundTask of(HeadingFacts facts, FoundTask task) {
    Clues own = task.clues();
    boolean told = own.statuses().stream().anyMatch(status -> status != Status.TODO);
    boolean doubted =
        !told
            && (facts.struckItem
                || labels(facts.section).stream().anyMatch(this::speaksAgainst)
                || (own.box().isEmpty() && own.field().isEmpty() && tellState(facts)));
    return doubted ? task.withClues(own.asUnsettled()) : task;
  }

  /**
   * Whether its words begin with a state, or those of several beside it do. Where neither its title
   * nor a label is written as those of tasks are, any sentence may tell as well that it waits.
   */
  private boolean tellState(HeadingFacts facts) {
    Section parent = facts.section.parent;
    return isLed(facts.section)
        || (parent != null && led.getOrDefault(parent, 0) >= SEVERAL && isUntold(facts))
        || (isBare(facts) && paragraphs(facts.section).stream().anyMatch(BodyStates::tellOfDelay));
  }

  private boolean isLed(Section section) {
    return begun.computeIfAbsent(section, this::beginsWithState);
  }

  private boolean beginsWithState(Section section) {
    List<String> paragraphs = paragraphs(section);
    return !paragraphs.isEmpty() && BodyStates.lead(paragraphs.get(0));
  }

  /** Whether neither a box nor its title nor a label gives its state. */
  private static boolean isUntold(HeadingFacts facts) {
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

  /** The paragraphs right below the heading that are in no list and no quote. */
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

  private boolean speaksAgainst(Label label) {
    Optional<Column> column = Vocabulary.column(label.words());
    return column.isEmpty()
        ? shouted.contains(label.key())
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
