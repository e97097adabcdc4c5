package dev.replenish.outline.page;

import dev.replenish.outline.words.ShutRemark;
import dev.replenish.outline.words.StateHints;

/**
 * Whether a heading, or a paragraph above all items below it, says that nothing there is to be done
 * now (docs/reference/unmarked.md, "How a file is read").
 */
public final class ShutSection {
  private static final int MOST_LINES = 12;

  private ShutSection() {}

  /** Whether {@code section} has such a heading or paragraph. */
  public static boolean is(Outline outline, Section section) {
    return titled(section) || paragraphs(outline, section);
  }

  private static boolean titled(Section section) {
    return section.isDocumentTitle()
        ? ShutRemark.isInTitle(section.title)
        : StateHints.putsOffBriefly(section.title);
  }

  private static boolean paragraphs(Outline outline, Section section) {
    int end = Math.min(section.ownEnd(), section.from + MOST_LINES);
    StringBuilder paragraph = new StringBuilder();
    for (int i = section.from; i < end && isProse(outline.line(i)); i++) {
      Line line = outline.line(i);
      if (line.opens() || line.isBlank()) {
        if (ShutRemark.isInParagraph(paragraph.toString())) {
          return true;
        }
        paragraph.setLength(0);
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(outline.text(line));
    }
    return ShutRemark.isInParagraph(paragraph.toString());
  }

  private static boolean isProse(Line line) {
    return !line.item() && (line.isText() || line.isBlank() || line.quoted());
  }
}
