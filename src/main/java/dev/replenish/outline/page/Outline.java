package dev.replenish.outline.page;

import dev.replenish.dialect.SummaryMarkers;
import dev.replenish.markdown.BlockScan;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.words.Caption;
import dev.replenish.outline.words.Naming;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a document and its sections, read in one forward scan. */
public final class Outline {
  /** The line breaks in a heading that is an underlined paragraph. */
  private static final Pattern LINE_BREAK = Pattern.compile("[ \\t]*[\\r\\n]+[ \\t]*");

  private static final Pattern SIGNED = Pattern.compile("[-+]\\p{L}");

  private final SourceText source;
  private final List<Line> lines = new ArrayList<>();
  private final Section root;
  private final Kind openAtEnd;
  private final int openStart;
  private final SummaryMarkers summaries;
  private Section open;
  private int firstNumber = 1;
  private int firstAudit = -1;
  private @Nullable Legend legend;

  /**
   * Reads {@code source}.
   *
   * @param soleTitle whether a heading is the document's title only if it holds all others
   */
  public Outline(SourceText source, boolean soleTitle) {
    this.source = source;
    this.root = new Section(null, 0, "", Span.at(source.body()), 0, 0, Naming.Names.NOTHING);
    this.open = root;
    this.summaries = SummaryMarkers.of(source);
    List<Span> written = summaries.summaries();
    BlockScan scan = BlockScan.of(source);
    while (scan.next()) {
      firstNumber = lines.isEmpty() ? scan.lineNumber() : firstNumber;
      if (isSummary(written, scan.lineStart())) {
        lines.add(Line.comment(scan));
        continue;
      }
      lines.add(Line.of(scan));
      if (scan.depth() == 0 && scan.level() > 0) {
        if (scan.kind() == Kind.SETEXT && isSigned(scan)) {
          lines.set(lines.size() - 1, Line.rule(scan));
        } else {
          heading(scan);
        }
      }
    }
    closeDownTo(0, lines.size());
    root.endsAt(lines.size());
    openAtEnd = scan.openUntilBlank() ? Kind.BLANK : scan.openAtEnd();
    openStart = scan.openStart();
    markTitle(soleTitle);
  }

  /** Whether a line belongs to a summary, which the program itself writes. */
  private static boolean isSummary(List<Span> summaries, int offset) {
    for (Span summary : summaries) {
      if (summary.from() <= offset && offset < summary.to()) {
        return true;
      }
    }
    return false;
  }

  private void heading(BlockScan scan) {
    int last = lines.size() - 1;
    int head = scan.kind() == Kind.SETEXT ? paragraphStart(last, scan.blockStart()) : last;
    Span words =
        scan.kind() == Kind.SETEXT
            ? new Span(lines.get(head).content(), lines.get(last - 1).end())
            : new Span(scan.headingStart(), Math.max(scan.headingStart(), scan.headingEnd()));
    closeDownTo(scan.level(), head);
    Span heading = new Span(lines.get(head).start(), scan.lineEnd());
    String title = LINE_BREAK.matcher(source.text(words).strip()).replaceAll(" ");
    Naming.Parsed parsed = Naming.parse(title);
    Section section =
        new Section(open, scan.level(), parsed.title(), heading, head, last + 1, parsed.names());
    open.ownEndsAt(head);
    open.children.add(section);
    open = section;
  }

  /** Whether the underlined text has a hyphen or a plus right before a word: no title does. */
  private boolean isSigned(BlockScan scan) {
    Line head = lines.get(paragraphStart(lines.size() - 1, scan.blockStart()));
    return SIGNED
        .matcher(source.text(new Span(Math.min(head.content(), head.end()), head.end())))
        .lookingAt();
  }

  private int paragraphStart(int last, int start) {
    int head = last;
    while (head > 0 && lines.get(head).start() > start) {
      head--;
    }
    return head;
  }

  private void closeDownTo(int level, int at) {
    while (!open.isRoot() && open.level >= level) {
      open.endsAt(at);
      open = parent(open);
    }
  }

  private Section parent(Section section) {
    return section.parent == null ? root : section.parent;
  }

  private void markTitle(boolean sole) {
    boolean first = sole ? root.children.size() == 1 : !root.children.isEmpty();
    if (first && root.children.get(0).level == 1 && !isLastTask(root.children.get(0))) {
      root.children.get(0).makeDocumentTitle();
    }
  }

  /** Whether it is the last of several headings that are tasks: with a name, or below a comment. */
  private boolean isLastTask(Section section) {
    boolean named = section.children.isEmpty() && Caption.of(section.title).named();
    return named || AuditComments.of(this, root).present();
  }

  public SourceText source() {
    return source;
  }

  public Section root() {
    return root;
  }

  public List<Line> lines() {
    return lines;
  }

  public Line line(int index) {
    return lines.get(index);
  }

  /** The first byte of the line of index {@code at}; the end of the file after the last line. */
  public int start(int at) {
    return at < lines.size() ? lines.get(at).start() : source.length();
  }

  /** The number in the file, from 1, of the line of index {@code at}; front matter counts. */
  public int number(int at) {
    return firstNumber + at;
  }

  /** The line that holds the byte at {@code offset}. */
  public Line lineAt(int offset) {
    int low = 0;
    int high = lines.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle + 1) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return lines.get(low);
  }

  /**
   * The index of the first comment that names moved tasks; the number of lines if there is none.
   */
  int firstAudit() {
    if (firstAudit < 0) {
      firstAudit = 0;
      while (firstAudit < lines.size() && !AuditComments.isAudit(this, lines.get(firstAudit))) {
        firstAudit++;
      }
    }
    return firstAudit;
  }

  /** The meanings that the file gives its pictures. */
  public Legend legend() {
    if (legend == null) {
      legend = Legend.of(this);
    }
    return legend;
  }

  /** The number of blanks and tabs at the start of a line. */
  public int column(Line line) {
    return Ascii.skipSpacesAndTabs(source.bytes(), line.start(), line.end()) - line.start();
  }

  /** The text of a line without the marks of lists and quotes, and without white space around. */
  public String text(Line line) {
    return source.text(new Span(Math.min(line.content(), line.end()), line.end())).strip();
  }

  /** The same for the line of that index. */
  public String text(int index) {
    return text(lines.get(index));
  }

  /**
   * Whether the line of that index ends with {@code comment}, or is a row that has it in a cell.
   */
  public boolean hasComment(int index, String comment) {
    Line line = lines.get(index);
    if (Ascii.find(source.bytes(), line.start(), line.end(), '<') < 0) {
      return false;
    }
    String text = text(line);
    return text.endsWith(comment) || (text.startsWith("|") && text.contains(comment));
  }

  /** The whole line without its terminator. */
  public String raw(Line line) {
    return source.text(new Span(line.start(), line.end()));
  }

  /** The summaries of the board among its lines. */
  public SummaryMarkers summaries() {
    return summaries;
  }

  /** FENCE or HTML if such a block is never closed and hides the rest, else BLANK. */
  public Kind openAtEnd() {
    return openAtEnd;
  }

  public int openStart() {
    return openStart;
  }

  /**
   * The bytes from the line of index {@code first} to the end of the line of index {@code last}.
   */
  public Span span(int first, int last) {
    return new Span(start(first), start(last + 1));
  }

  /** The index of the first line in a range that is not blank; {@code to} if all are. */
  public int firstWritten(int from, int to) {
    int at = from;
    while (at < to && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** The index of the last line in a range that is not blank; {@code from - 1} if all are. */
  public int lastWritten(int from, int to) {
    int at = to - 1;
    while (at >= from && lines.get(at).isBlank()) {
      at--;
    }
    return at;
  }
}
