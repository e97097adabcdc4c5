package dev.replenish.outline;

import dev.replenish.board.FileRole;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.page.AuditComments;
import dev.replenish.outline.page.Evidence;
import dev.replenish.outline.page.HeadingFacts;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.LineLabels;
import dev.replenish.outline.page.LineUnit;
import dev.replenish.outline.page.LineUnit.Entry;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.outline.words.LineWords;
import dev.replenish.outline.words.NormalizedText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of text as tasks, where a file shows no other form (docs/reference/unmarked.md, "Lines").
 */
final class PlainLines {
  private static final int UNCLEAR = -5;

  /** How many lines there must be for each item of a list. */
  private static final int MORE = 3;

  private static final int FEWEST = 2;
  private static final int LITTLE = 25;
  private static final int MOST_TITLE = 4;

  private final Outline outline;
  private final Survey survey;
  private final boolean moved;
  private final boolean mayHold;
  private final boolean onlyLines;

  PlainLines(Outline outline, Survey survey, HeadingRoles roles, FileRole role) {
    this.outline = outline;
    this.survey = survey;
    Set<AuditComments.Tasks> forms = EnumSet.noneOf(AuditComments.Tasks.class);
    boolean backlog = role == FileRole.BACKLOG;
    for (Line line : backlog ? outline.lines() : List.<Line>of()) {
      if (AuditComments.isAudit(outline, line)) {
        forms.addAll(AuditComments.forms(outline.text(line)));
      }
    }
    this.moved = forms.contains(AuditComments.Tasks.LINES);
    this.mayHold = backlog && (moved || (forms.isEmpty() && hasEnoughLines(roles)));
    this.onlyLines = mayHold && hasLittleElse();
    if (mayHold) {
      for (HeadingFacts facts : survey.all()) {
        if (roles.kind(facts.section) == HeadingRoles.Kind.UNCLEAR && namesLines(facts)) {
          roles.makeGroup(facts.section);
        }
      }
    }
  }

  /** Whether a heading is a mere name above lines that may be, or were, tasks. */
  private boolean namesLines(HeadingFacts facts) {
    return isName(facts)
        && (audits(facts.section).hasMoved(AuditComments.Tasks.LINES)
            || new LineUnit(outline, facts.section, false, false).entries.size() >= FEWEST);
  }

  /** Whether a heading is as brief as the name of a group, and names nothing to do. */
  private static boolean isName(HeadingFacts facts) {
    return !facts.namesAction
        && facts.caption.id().isEmpty()
        && NormalizedText.count(facts.section.title) <= MOST_TITLE;
  }

  /** Whether the file shows no other form of tasks, and has enough lines. */
  private boolean hasEnoughLines(HeadingRoles roles) {
    if (survey.hasBoxesOrRows() || survey.movedHeadings() > 0) {
      return false;
    }
    int lines = 0;
    int items = 0;
    for (HeadingFacts facts : survey.all()) {
      Section section = facts.section;
      HeadingRoles.Kind kind = roles.kind(section);
      if (kind == HeadingRoles.Kind.TASK || (kind == HeadingRoles.Kind.UNCLEAR && !isName(facts))) {
        return false;
      }
      for (int i = section.from; i < section.ownEnd(); i++) {
        if (isOfPage(section, i)) {
          return false;
        }
        Line line = outline.line(i);
        boolean item = line.item() && line.depth() == 1;
        items += item && !(line.numbered() && LineLabels.namesState(outline.text(line))) ? 1 : 0;
        lines += line.isText() && mayBeTask(outline.text(line)) ? 1 : 0;
      }
    }
    return lines >= FEWEST && items * MORE <= lines;
  }

  private static boolean mayBeTask(String text) {
    return LineWords.isBrief(text) || LineWords.isSigned(text) || LineWords.isTitled(text);
  }

  /** Whether a line is HTML or a headline, which belong to other forms of tasks. */
  private boolean isOfPage(Section section, int at) {
    Line line = outline.line(at);
    return line.kind() == Kind.HTML
        ? !outline.text(line).startsWith("<!--")
        : HeadlineTask.headline(outline, at, section.ownEnd()).isPresent();
  }

  /** Whether lines of text may be tasks here, and other lines their headings. */
  boolean mayHold() {
    return mayHold;
  }

  /**
   * The tasks that are lines, for each of {@code sections}.
   *
   * @param richer whether tasks of another form were found
   * @param items how many items of lists may be tasks
   */
  Map<Section, List<FoundTask>> find(
      List<Section> sections, boolean richer, int items, List<Explanation> explained) {
    Map<Section, List<FoundTask>> found = new HashMap<>();
    List<LineUnit> units = new ArrayList<>();
    for (Section section : sections) {
      boolean each = section.hasTaskInEachLine();
      if (each || (mayHold && !richer)) {
        boolean linesMoved = audits(section).hasMoved(AuditComments.Tasks.LINES);
        units.add(new LineUnit(outline, section, each, linesMoved));
      }
    }
    LineCues cues = new LineCues(survey, onlyLines && items == 0, items > 0);
    for (LineUnit unit : units) {
      if (!unit.entries.isEmpty()) {
        found.put(unit.section, tasks(unit, cues.of(unit, audits(unit.section)), explained));
      }
    }
    return found;
  }

  private AuditComments audits(Section section) {
    return AuditComments.of(outline, section);
  }

  /** Whether the file has three lines or more, and no more than a sentence or two besides. */
  private boolean hasLittleElse() {
    int lines = 0;
    int running = 0;
    boolean mixed = false;
    for (HeadingFacts facts : survey.all()) {
      boolean linesMoved = audits(facts.section).hasMoved(AuditComments.Tasks.LINES);
      LineUnit unit = new LineUnit(outline, facts.section, false, linesMoved);
      lines += unit.entries.size();
      running += unit.running;
      mixed |= unit.mixed;
    }
    return !mixed && running <= LITTLE && (moved || lines > FEWEST);
  }

  private List<FoundTask> tasks(LineUnit unit, Evidence cues, List<Explanation> explained) {
    boolean tasks = unit.section.hasTaskInEachLine() || cues.sum() >= PlainList.TASKS;
    List<FoundTask> found = new ArrayList<>();
    for (Entry entry : unit.entries) {
      if (tasks || entry.named() || cues.sum() >= UNCLEAR) {
        boolean doubtful = !tasks || entry.unclear() || mayBeTitle(unit.section, entry);
        found.add(LineTask.of(outline, entry, doubtful && !entry.named()));
      }
    }
    found.removeIf(task -> PlainList.isNoTask(task.header().caption().title()));
    explained.add(Explanation.of(unit.first(), unit.last(), "lines", found, cues));
    return found;
  }

  /** Whether a line is the first of the file, above all headings, and may be its title. */
  private boolean mayBeTitle(Section section, Entry entry) {
    return section.isRoot()
        && outline.lastWritten(0, entry.at()) < 0
        && !LineWords.namesAction(entry.text())
        && !LineWords.isCounted(entry.text())
        && entry.sign() == 0
        && entry.text().split("\\s+").length <= MOST_TITLE;
  }
}
