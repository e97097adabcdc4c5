package dev.replenish.outline;

import dev.replenish.board.InsertionPoint;
import dev.replenish.board.InsertionSite;
import dev.replenish.board.InsertionSite.Bay;
import dev.replenish.board.UnmarkedForm;
import dev.replenish.dialect.Lines;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where further tasks go in a section of a TODO or an archive. */
final class Landings {
  private Landings() {}

  /** The landing that a section with the tasks {@code found} is; it has a type. */
  static InsertionSite of(Surroundings around, List<Found> found) {
    Outline outline = around.outline();
    Map<String, Bay> bays = new LinkedHashMap<>();
    for (Found one : found) {
      Bay bay = bay(outline, one);
      bays.put(one.kind() + bay.frame() + "\n" + bay.lead(), bay);
    }
    Section section = around.section();
    int last = outline.lastWritten(section.from, section.ownEnd());
    InsertionPoint end =
        last < 0 && section.isRoot()
            ? Lines.pointAt(outline.source(), outline.source().body(), false)
            : behind(outline, Math.max(last, section.from - 1));
    boolean plain = !found.isEmpty() && found.stream().allMatch(Found::plain);
    return new InsertionSite(
        around.type(),
        around.level().priority(),
        around.outer(),
        end,
        plain,
        List.copyOf(bays.values()));
  }

  private static Bay bay(Outline outline, Found one) {
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
