package dev.replenish.outline;

import dev.replenish.dialect.Role;
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

  /** How many lines there are for each item of a list, at least. */
  private static final int MORE = 3;

  private static final int FEWEST = 2;
  private static final int LITTLE = 25;
  private static final int MOST_TITLE = 4;

  private final Outline outline;
  private final Survey survey;
  private final boolean moved;
  private final boolean mayHold;
  private final boolean all;

  PlainLines(Outline outline, Survey survey, HeadingRoles roles, Role role) {
    this.outline = outline;
    this.survey = survey;
    Set<AuditComments.Tasks> forms = EnumSet.noneOf(AuditComments.Tasks.class);
    boolean backlog = role == Role.BACKLOG;
    for (Line line : backlog ? outline.lines() : List.<Line>of()) {
      if (AuditComments.isAudit(outline, line)) {
        forms.addAll(AuditComments.forms(outline.text(line)));
      }
    }
    this.moved = forms.contains(AuditComments.Tasks.LINES);
    this.mayHold = backlog && (moved || (forms.isEmpty() && areMany(roles)));
    this.all = mayHold && areAll();
    if (mayHold) {
      for (HeadingFacts facts : survey.all()) {
        if (roles.kind(facts.section) == HeadingRoles.Kind.UNCLEAR && namesLines(facts)) {
          roles.group(facts.section);
        }
      }
    }
  }

  /** Whether an unclear heading is one that names no task, above lines that are or were there. */
  private boolean namesLines(HeadingFacts facts) {
    return isName(facts)
        && (audits(facts.section).tasks(AuditComments.Tasks.LINES)
            || new LineUnit(outline, facts.section, false, false).entries.size() >= FEWEST);
  }

  /** Whether a heading is as brief as the name of a group, and says nothing to be done. */
  private static boolean isName(HeadingFacts facts) {
    return !facts.tellsToDo
        && facts.caption.id().isEmpty()
        && NormalizedText.count(facts.section.title) <= MOST_TITLE;
  }

  /** Whether nothing else shows how tasks are written, and there are enough lines. */
  private boolean areMany(HeadingRoles roles) {
    if (survey.isBoxed() || survey.movedHeadings() > 0) {
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
        items += item && !(line.numbered() && LineLabels.saysState(outline.text(line))) ? 1 : 0;
        lines += line.isText() && mayBeTask(outline.text(line)) ? 1 : 0;
      }
    }
    return lines >= FEWEST && items * MORE <= lines;
  }

  private static boolean mayBeTask(String text) {
    return LineWords.isBrief(text) || LineWords.isSigned(text) || LineWords.isTitled(text);
  }

  /** Whether it is of a page, or of the text of one, which has tasks of its own form. */
  private boolean isOfPage(Section section, int at) {
    Line line = outline.line(at);
    return line.kind() == Kind.HTML
        ? !outline.text(line).startsWith("<!--")
        : HeadlineTask.headline(outline, at, section.ownEnd()).isPresent();
  }

  /** Whether lines of text may be tasks here, and others their headings. */
  boolean mayHold() {
    return mayHold;
  }

  /**
   * The tasks in each of {@code sections} that are lines.
   *
   * @param richer whether tasks of another form were found
   * @param items how many items of lists may be tasks
   */
  Map<Section, List<FoundTask>> in(
      List<Section> sections, boolean richer, int items, List<Explanation> explained) {
    Map<Section, List<FoundTask>> found = new HashMap<>();
    List<LineUnit> units = new ArrayList<>();
    for (Section section : sections) {
      boolean each = section.hasTaskInEachLine();
      if (each || (mayHold && !richer)) {
        boolean before = audits(section).tasks(AuditComments.Tasks.LINES);
        units.add(new LineUnit(outline, section, each, before));
      }
    }
    LineCues cues = new LineCues(survey, all && items == 0, items > 0);
    for (LineUnit unit : units) {
      if (!unit.entries.isEmpty()) {
        found.put(unit.section, in(unit, cues.of(unit, audits(unit.section)), explained));
      }
    }
    return found;
  }

  private AuditComments audits(Section section) {
    return AuditComments.of(outline, section);
  }

  /** Whether a sentence or two is all that is in the file besides three lines or more. */
  private boolean areAll() {
    int lines = 0;
    int running = 0;
    boolean mixed = false;
    for (HeadingFacts facts : survey.all()) {
      boolean before = audits(facts.section).tasks(AuditComments.Tasks.LINES);
      LineUnit unit = new LineUnit(outline, facts.section, false, before);
      lines += unit.entries.size();
      running += unit.running;
      mixed |= unit.mixed;
    }
    return !mixed && running <= LITTLE && (moved || lines > FEWEST);
  }

  private List<FoundTask> in(LineUnit unit, Evidence cues, List<Explanation> explained) {
    boolean tasks = unit.section.hasTaskInEachLine() || cues.sum() >= PlainList.TASKS;
    List<FoundTask> found = new ArrayList<>();
    for (Entry entry : unit.entries) {
      if (tasks || entry.named() || cues.sum() >= UNCLEAR) {
        boolean doubtful = !tasks || entry.unclear() || mayBeTitle(unit.section, entry);
        found.add(LineTask.of(outline, entry, doubtful && !entry.named()));
      }
    }
    found.removeIf(task -> PlainList.isNone(task.caption().title()));
    explained.add(Explanation.of(unit.first(), unit.last(), "lines", found, cues));
    return found;
  }

  /** Whether it is what a file without headings begins with, and may be its title. */
  private boolean mayBeTitle(Section section, Entry entry) {
    return section.isRoot()
        && outline.lastWritten(0, entry.at()) < 0
        && !LineWords.tellsToDo(entry.text())
        && !LineWords.isCounted(entry.text())
        && entry.sign() == 0
        && entry.text().split("\\s+").length <= MOST_TITLE;
  }
}
