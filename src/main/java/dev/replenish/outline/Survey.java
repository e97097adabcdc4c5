package dev.replenish.outline;

import dev.replenish.board.Status;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.field.Box;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.BoldBoxLine;
import dev.replenish.outline.page.BoxNames;
import dev.replenish.outline.page.FieldTables;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.HeadingFacts.First;
import dev.replenish.outline.page.Items;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.ListUnit;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.ShutSection;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.page.TrailingDefinitions;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.LineWords;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Pictures;
import dev.replenish.outline.words.Strikethrough;
import dev.replenish.outline.words.Terms;
import dev.replenish.outline.words.Urgencies;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts about a document, gathered in one pass, before anything is decided. */
final class Survey {
  private static final int MOST_ON_TOP = 600;
  private static final int MOST_BESIDES = 200;
  private static final Set<Kind> ASIDE = EnumSet.of(Kind.HTML, Kind.RULE);
  private final Outline outline;
  private final HeadingTask headings;
  private final boolean backlog;
  private final List<HeadingFacts> all = new ArrayList<>();
  private final Repetitions repetitions = new Repetitions();
  private final Set<Integer> movedLevels = new HashSet<>();
  private final BoxNames names = new BoxNames();
  private int movedHeadings;
  private @Nullable Boolean ledger;

  /**
   * Gathers the facts about a document.
   *
   * @param backlog whether it may hold much besides tasks
   */
  Survey(Outline outline, HeadingTask headings, boolean backlog) {
    this.backlog = backlog;
    this.outline = outline;
    this.headings = headings;
    FieldTables.mark(outline, backlog);
    visit();
    for (int i = all.size() - 1; i >= 0; i--) {
      sumUp(all.get(i));
    }
    all.forEach(repetitions::add);
    for (int i = all.size() - 1; i > 0; i--) {
      HeadingFacts facts = all.get(i);
      int own = facts.boxes > 0 && !repetitions.isTitleRepeated(facts) ? 1 : 0;
      of(Objects.requireNonNull(facts.section.parent)).boxedParts += own + facts.boxedParts;
    }
  }

  private void visit() {
    List<Section> open = new ArrayList<>(List.of(outline.root()));
    while (!open.isEmpty()) {
      Section next = open.remove(open.size() - 1);
      HeadingFacts facts = facts(next);
      all.add(facts);
      next.facts = facts;
      for (int i = next.children.size() - 1; i >= 0; i--) {
        open.add(next.children.get(i));
      }
    }
  }

  private HeadingFacts facts(Section section) {
    HeadingFacts facts = headings.facts(section);
    AuditComments audits = AuditComments.of(outline, section);
    facts.shut = backlog && ShutSection.is(outline, section);
    facts.audited = audits.present();
    facts.closed = audits.nothingElse() || (section.parent != null && of(section.parent).closed);
    facts.headingsMoved = audits.hasMoved(AuditComments.Tasks.HEADINGS);
    if (facts.headingsMoved) {
      movedLevels.add(section.level + 1);
    }
    Label label = null;
    for (int i = section.from; i < section.ownEnd(); i++) {
      Line line = outline.line(i);
      if (line.isText()) {
        Optional<Table> table = Table.at(outline, section, i);
        if (table.isPresent()) {
          facts.add(outline, table.get());
          i = table.get().end() - 1;
          label = null;
        } else if (!TrailingDefinitions.definition(outline, i)) {
          label = addText(facts, line);
        }
      } else if (line.item() && !line.quoted()) {
        addItem(facts, line, label);
      } else if (AuditComments.isAudit(outline, line)) {
        addMoved(facts, line);
      } else if (line.depth() == 0 && !line.isBlank() && !ASIDE.contains(line.kind())) {
        facts.recordFirst(First.OTHER);
        facts.otherBytes += line.end() - line.start();
        label = null;
      }
    }
    return facts;
  }

  /** Counts what a comment reports as moved as if it were still there. */
  private void addMoved(HeadingFacts facts, Line line) {
    String text = outline.text(line);
    facts.boxes += AuditComments.count(text, AuditComments.Tasks.BOXES);
    facts.rows += AuditComments.count(text, AuditComments.Tasks.ROWS);
    movedHeadings += AuditComments.count(text, AuditComments.Tasks.HEADINGS);
  }

  private @Nullable Label addText(HeadingFacts facts, Line line) {
    BoldBoxLine boxed = BoldBoxLine.at(outline, line);
    if (boxed != null) {
      addBox(facts, line, boxed.box(), null);
      return null;
    }
    if (LineWords.isGlued(outline.text(line))) {
      facts.recordFirst(First.OTHER);
      return null;
    }
    Label label = Label.of(outline.text(line));
    facts.recordFirst(label != null && label.isBrief() ? First.LABEL : First.PROSE);
    if (label != null && label.isBrief()) {
      facts.labels.add(label.key());
    }
    if (line.opens() && Label.isTitled(outline.text(line))) {
      facts.titledParagraphs++;
      facts.labels.add(NormalizedText.words(Label.title(outline.text(line))));
    }
    facts.otherBytes += label != null && label.isAlone() ? 0 : line.end() - line.start();
    facts.prose |= label == null;
    facts.hasLabelledText |= label != null && !label.isAlone();
    facts.struck |= line.opens() && outline.text(line).startsWith(Strikethrough.MARK);
    facts.lonelyLabels += label != null && label.isAlone() ? 1 : 0;
    return label != null && label.isAlone() ? label : null;
  }

  private void addItem(HeadingFacts facts, Line line, @Nullable Label above) {
    Box box = Box.at(outline.source(), line.content(), line.end());
    if (box != null) {
      addBox(facts, line, box, above);
      return;
    }
    facts.recordFirst(First.ITEM);
    String text = outline.text(line);
    Optional<Status> sign = Caption.firstPicture(text).flatMap(Pictures::statusOf);
    facts.doneItems += sign.filter(Status.DONE::equals).isPresent() ? 1 : 0;
    facts.otherItems += sign.filter(status -> status != Status.DONE).isPresent() ? 1 : 0;
    if (line.depth() == 1) {
      facts.items++;
      facts.struckItem |= text.startsWith(Strikethrough.MARK);
      Label label = Label.of(text);
      if (label != null && label.isBrief()) {
        facts.labels.add(label.key());
      }
      boolean outer = outline.column(line) < Items.NESTED;
      facts.leadingItems += outer && label != null && label.isAlone() ? 1 : 0;
      facts.announcesTasks |= outer && ListUnit.announcesTasks(label);
      facts.boldItems += outer && label != null && label.bold() && label.colon() ? 1 : 0;
      facts.bareItems |= outer && above == null && (label == null || !label.colon());
    }
  }

  private void addBox(HeadingFacts facts, Line line, Box box, @Nullable Label above) {
    facts.recordFirst(First.BOX);
    facts.boxes++;
    boolean part = ItemTask.isPart(above == null ? facts.section.title : above.words());
    facts.partBoxes += part ? 1 : 0;
    if (!part) {
      names.add(facts, box.textBehind(outline.source(), line.content(), line.end()));
    }
    facts.labelledBoxes += above == null ? 0 : 1;
    facts.openBoxesBelow += box.status().map(Status::isActive).orElse(true) ? 1 : 0;
  }

  private void sumUp(HeadingFacts facts) {
    facts.namedBoxesBelow += names.unique(facts);
    facts.boxesBelow += facts.boxes;
    facts.rowsBelow += facts.rows;
    if (facts.section.parent != null) {
      facts.addTo(of(facts.section.parent));
    }
  }

  /** The labels and titles that are repeated. */
  Repetitions repetitions() {
    return repetitions;
  }

  /** All headings in listed order, the root in front. */
  List<HeadingFacts> all() {
    return all;
  }

  /** Whether a comment elsewhere says that headings of this level were moved as tasks. */
  boolean headingsMovedElsewhere(Section section) {
    return movedLevels.contains(section.level)
        && section.parent != null
        && !of(section.parent).headingsMoved;
  }

  /**
   * Whether a comment says that headings beside it, or of its level elsewhere, were moved as tasks.
   */
  boolean similarHeadingsMoved(Section section) {
    return headingsMovedElsewhere(section)
        || (section.parent != null && of(section.parent).headingsMoved);
  }

  /** The number of headings that were moved as tasks, according to comments. */
  int movedHeadings() {
    return movedHeadings;
  }

  /** The headings without items from which tasks were moved, as a comment says. */
  List<Section> emptied() {
    return all.stream()
        .filter(facts -> facts.audited && facts.items == 0)
        .map(facts -> facts.section)
        .toList();
  }

  /** Whether the document is a backlog, which may hold much besides tasks. */
  boolean isBacklog() {
    return backlog;
  }

  /** Whether the document has boxes or rows, so that tasks may be written in these forms. */
  boolean hasBoxesOrRows() {
    HeadingFacts root = all.get(0);
    return root.boxesBelow + root.rowsBelow > 0;
  }

  /** Whether little text besides lists is in the document; more is allowed at the top. */
  boolean isListsOnly() {
    int besides = 0;
    for (HeadingFacts facts : all) {
      boolean top = facts.section.isDocumentTitle() || (facts.section.isRoot() && all.size() > 1);
      besides += Math.max(0, facts.otherBytes - (top ? MOST_ON_TOP : 0));
    }
    return besides <= MOST_BESIDES && !hasBoxesOrRows();
  }

  /**
   * Whether the document is a list of tasks by its title, by a heading with a state or an urgency,
   * or because it has no other headings than its title.
   */
  boolean isLedger() {
    if (ledger == null) {
      ledger =
          all.size() <= 2
              || all.stream().anyMatch(facts -> namesStateOrUrgency(facts.section))
              || outline.root().children.stream()
                  .anyMatch(at -> at.level == 1 && Terms.LEDGERS.within(at.title));
    }
    return ledger;
  }

  /** Whether the title of a section gives a state or an urgency. */
  static boolean namesStateOrUrgency(Section section) {
    return section.namesState() || Urgencies.statesUrgency(section.title);
  }

  HeadingFacts of(Section section) {
    HeadingFacts facts = section.facts;
    if (facts == null) {
      throw new IllegalStateException("not a heading of this document");
    }
    return facts;
  }

  /** The facts about a section; empty for a line that only serves as a heading. */
  Optional<HeadingFacts> find(Section section) {
    return Optional.ofNullable(section.facts);
  }

  /** Whether a comment below the real heading says that nothing else there is a task. */
  boolean isClosed(Section section) {
    return find(section.realHeading()).filter(facts -> facts.closed).isPresent();
  }
}
