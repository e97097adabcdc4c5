package dev.replenish.outline;

import dev.replenish.board.InsertionPoint;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.InsertionSite.Bay;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.dialect.Lines;
import dev.replenish.outline.page.Line;
import dev.replenish.outline.page.Outline;
import dev.replenish.outline.page.Section;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where further tasks go in a section of a TODO or an archive. */
final class InsertionSites {
  private InsertionSites() {}

  /** The landing that a section with the tasks {@code found} is; it has a type. */
  static InsertionSite of(HeadingContext around, List<FoundTask> found) {
    Outline outline = around.outline();
    Map<String, Bay> bays = new LinkedHashMap<>();
    for (FoundTask one : found) {
      Bay bay = bay(outline, one);
      bays.put(one.kind() + bay.frame() + "\n" + bay.lead(), bay);
    }
    Section section = around.section();
    int last = outline.lastWritten(section.from, section.ownEnd());
    InsertionPoint end =
        last < 0 && section.isRoot()
            ? Lines.pointAt(outline.source(), outline.source().body(), false)
            : behind(outline, Math.max(last, section.from - 1));
    boolean plain = !found.isEmpty() && found.stream().allMatch(FoundTask::plain);
    return new InsertionSite(
        around.type(),
        around.level().priority(),
        around.outer(),
        end,
        plain,
        List.copyOf(bays.values()));
  }

  private static Bay bay(Outline outline, FoundTask one) {
    SourceText source = outline.source();
    Line first = outline.line(one.first());
    return new Bay(
        one.kind(),
        UnmarkedForm.text(source, one.frame()),
        UnmarkedForm.lead(source, new Span(first.start(), first.end()), one.kind()),
        behind(outline, one.last()));
  }

  private static InsertionPoint behind(Outline outline, int line) {
    Line last = outline.line(line);
    return Lines.pointAt(outline.source(), last.next(), last.depth() > 0);
  }
}
