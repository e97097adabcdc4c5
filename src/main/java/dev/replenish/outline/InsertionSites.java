package dev.replenish.outline;

import dev.replenish.board.InsertionPoint;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.InsertionSite.RunEnd;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.dialect.Lines;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.outline.page.Table;
import dev.replenish.outline.task.FoundTask;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where further tasks go in a section of a TODO or an archive, or in an empty section of a
 * backlog.
 */
final class InsertionSites {
  private InsertionSites() {}

  /** The insertion site of the section of {@code context}, with its tasks {@code found}. */
  static InsertionSite of(HeadingContext context, List<FoundTask> found) {
    Outline outline = context.outline();
    Map<String, RunEnd> runEnds = new LinkedHashMap<>();
    for (FoundTask task : found) {
      RunEnd runEnd = runEnd(outline, task);
      runEnds.put(task.kind() + runEnd.frame() + "\n" + runEnd.lead(), runEnd);
    }
    Section section = context.section();
    if (found.isEmpty()) {
      emptyTables(outline, section).forEach(runEnd -> runEnds.put(runEnd.frame(), runEnd));
    }
    int last = outline.lastWritten(section.from, section.ownEnd());
    InsertionPoint end =
        last < 0 && section.isRoot()
            ? Lines.pointAt(outline.source(), outline.source().body(), false)
            : behind(outline, Math.max(last, section.from - 1));
    boolean plain = !found.isEmpty() && found.stream().allMatch(FoundTask::plain);
    return new InsertionSite(
        context.type(),
        context.level().priority(),
        context.outer(),
        section.isRoot() ? outline.source().body() : outline.start(section.from),
        end,
        plain,
        section.hasTaskInEachLine(),
        List.copyOf(runEnds.values()));
  }

  private static RunEnd runEnd(Outline outline, FoundTask task) {
    SourceText source = outline.source();
    Line first = outline.line(task.range().first());
    return new RunEnd(
        task.kind(),
        UnmarkedForm.text(source, task.range().frame()),
        UnmarkedForm.lead(source, new Span(first.start(), first.end()), task.kind()),
        behind(outline, task.range().last()));
  }

  /** The tables for tasks that have no rows left. */
  private static List<RunEnd> emptyTables(Outline outline, Section section) {
    List<RunEnd> runEnds = new ArrayList<>();
    for (int i = section.from; i < section.ownEnd(); i++) {
      Optional<Table> table = Table.at(outline, section, i);
      if (table
          .filter(found -> found.end() == found.head() + 2 && found.titles().isPresent())
          .isPresent()) {
        Line head = outline.line(i);
        SourceText source = outline.source();
        Span frame = new Span(head.start(), outline.line(i + 1).end());
        runEnds.add(
            new RunEnd(
                UnmarkedForm.Kind.ROW,
                UnmarkedForm.text(source, List.of(frame)),
                source.text(new Span(head.start(), head.content())),
                behind(outline, i + 1)));
      }
    }
    return runEnds;
  }

  private static InsertionPoint behind(Outline outline, int line) {
    return Lines.pointAt(outline.source(), outline.start(line + 1), outline.line(line).depth() > 0);
  }
}
