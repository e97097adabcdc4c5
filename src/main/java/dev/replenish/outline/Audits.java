package dev.replenish.outline;

import dev.replenish.board.Form;
import dev.replenish.board.InsertionPoint;
import dev.replenish.dialect.Lines;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.SourceText;
import java.util.List;

/**
 * The comments at the top of a section that tell what was moved out of it.
 *
 * @param next where the next one belongs
 * @param follows whether an earlier one stands right before that place
 * @param tellOfForm whether one of them says that the tasks had a richer shape than plain items
 */
record Audits(int next, boolean follows, boolean tellOfForm) {
  /** What a comment says of the shape of tasks, where plain items stand beside them. */
  static final String FORM = " (other items are notes)";

  /** The same where a heading would be taken for a task once those below it are gone. */
  static final String GROUP = " (the heading is a group)";

  /** The same where the tasks are headings of the first level, and the last one looks a title. */
  static final String HEADINGS = " (each heading is a task)";

  /** What a comment in {@code section}, whose tasks are {@code found}, has to tell besides. */
  static String form(Outline outline, Section section, List<Found> found) {
    boolean plain = found.stream().allMatch(Found::plain);
    if (!plain && Shapes.hidesPlainItems(outline, section, found)) {
      return FORM;
    }
    if (new HeadingTask(outline).looksLikeTask(section)) {
      return GROUP;
    }
    boolean headings =
        found.stream()
            .anyMatch(
                one -> outline.line(one.first()).depth() == 0 && one.kind() == Form.Kind.SECTION);
    return section.isRoot() && headings ? HEADINGS : "";
  }

  /** The comments under the heading of {@code section}, blank lines aside. */
  static Audits of(Outline outline, Section section) {
    int start = section.isRoot() ? outline.source().start() : behind(outline, section);
    return read(outline, section.from, section.ownEnd(), start);
  }

  private static int behind(Outline outline, Section section) {
    return outline.line(section.from - 1).next();
  }

  private static Audits read(Outline outline, int from, int to, int start) {
    int next = start;
    boolean follows = false;
    boolean form = false;
    for (int i = from; i < to; i++) {
      Line line = outline.line(i);
      if (line.isBlank()) {
        continue;
      }
      String text = outline.text(line);
      boolean audit = line.kind() == Kind.HTML && line.depth() == 0 && isAudit(text);
      if (!audit) {
        break;
      }
      next = line.next();
      follows = true;
      form |= text.contains(FORM);
    }
    return new Audits(next, follows, form);
  }

  private static boolean isAudit(String text) {
    return text.startsWith("<!-- Task") && text.contains(" moved to ") && text.endsWith("-->");
  }

  /** The place for the next one, in front of the first task where no heading names the section. */
  InsertionPoint point(SourceText source, Section section, List<Integer> anchors) {
    boolean headed = !section.isRoot() || follows || anchors.isEmpty();
    int at = headed ? next : anchors.stream().min(Integer::compare).orElse(next);
    return Lines.pointAt(source, at, false);
  }
}
