package dev.replenish.outline.page;

import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.Ascii;
import dev.replenish.text.Span;
import java.util.regex.Pattern;

/** The definitions of links and footnotes at the end of a document, which belong to all of it. */
public final class TrailingDefinitions {
  private static final Pattern DEFINITION = Pattern.compile("\\[[^\\]]{1,200}]:.*");

  private TrailingDefinitions() {}

  /** The index of the last line before them that is not blank; at least {@code head}. */
  public static int above(Outline outline, int head, int last) {
    int end = last;
    int at = last;
    while (at > head && mayBelong(outline, at)) {
      at--;
      if (definition(outline, at + 1)) {
        end = outline.lastWritten(head, at + 1);
        at = end;
      }
    }
    return end;
  }

  /** Whether a line may belong to a definition. */
  private static boolean mayBelong(Outline outline, int at) {
    Line line = outline.line(at);
    boolean indented = line.content() > line.start() || line.kind() == Kind.CODE;
    return line.depth() == 0
        && (line.isBlank()
            || definition(outline, at)
            || (indented && (line.kind() == Kind.TEXT || line.kind() == Kind.CODE)));
  }

  /** Whether a link or a footnote is defined on a line. */
  public static boolean definition(Outline outline, int at) {
    Line line = outline.line(at);
    return line.isText()
        && Ascii.startsWith(outline.source().bytes(), line.content(), line.end(), "[")
        && DEFINITION
            .matcher(outline.source().text(new Span(line.content(), line.end())))
            .matches();
  }
}
