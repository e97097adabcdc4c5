package dev.replenish.outline.page;

import dev.replenish.outline.words.LineWords;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one paragraph, and whether they are a running text or stand alone
 * (docs/reference/unmarked.md, "Lines").
 *
 * @param first the index of its first line
 * @param texts what its lines say, without white space around
 * @param broken whether all but the last line end in a hard line break
 */
record Paragraph(int first, List<String> texts, boolean broken) {
  /** As narrow as nobody writes running text. */
  private static final int NARROW = 40;

  /** The longest first word that is looked at: some scripts have no blanks. */
  private static final int LONGEST_WORD = 15;

  private static final int NESTED_CODE = 4;

  enum Kind {
    /** A running text, or a sentence. */
    PROSE,
    /** Lines of which it is not clear whether they are one text. */
    UNCLEAR,
    /** Lines that stand alone. */
    LINES,
    /** Lines that begin with a title, each of which goes on as a sentence. */
    TITLED
  }

  Paragraph {
    texts = List.copyOf(texts);
  }

  /** The paragraph of which the line of index {@code first} is the first one here. */
  static Paragraph at(Outline outline, int first, int to) {
    List<String> texts = new ArrayList<>();
    boolean broken = true;
    for (int i = first; i < to; i++) {
      Line line = outline.line(i);
      if (!line.isText() || (i > first && line.opens())) {
        break;
      }
      broken &= texts.isEmpty() || endsHard(outline, outline.line(i - 1));
      texts.add(outline.column(line) >= NESTED_CODE ? "" : LineWords.untold(outline.text(line)));
    }
    return new Paragraph(first, texts, broken && texts.size() > 1);
  }

  private static boolean endsHard(Outline outline, Line line) {
    String text = outline.raw(line);
    return text.endsWith("  ") || text.endsWith("\\");
  }

  /**
   * What its lines are.
   *
   * @param moved whether others were moved from here, so that fewer tell of the form
   */
  Kind kind(boolean moved) {
    if (texts.stream().anyMatch(text -> text.isEmpty() || LineWords.isBlock(text))) {
      return texts.size() == 1 ? Kind.PROSE : Kind.UNCLEAR;
    }
    if (texts.stream().allMatch(LineWords::isSigned)) {
      return Kind.LINES;
    }
    long brief = texts.stream().filter(LineWords::isBrief).count();
    if (brief == texts.size()) {
      return brief == 1 || moved || standAlone() ? Kind.LINES : Kind.UNCLEAR;
    }
    if (texts.stream().allMatch(LineWords::isTitled)) {
      return Kind.TITLED;
    }
    boolean running = texts.size() == 1 || brief < 2 || isWrapped();
    return running ? Kind.PROSE : Kind.UNCLEAR;
  }

  /** Whether line breaks, semicolons or the lengths of its lines show that each is by itself. */
  private boolean standAlone() {
    int longest = longest();
    int small = 0;
    int free = 0;
    int closed = 0;
    for (int i = 0; i + 1 < texts.size(); i++) {
      small += LineWords.beginsSmall(texts.get(i + 1)) ? 1 : 0;
      free += hasRoom(i, longest) ? 1 : 0;
      closed += texts.get(i).endsWith(";") ? 1 : 0;
    }
    int breaks = texts.size() - 1;
    if (broken || closed == breaks) {
      return true;
    }
    if (small == 0) {
      return free > 0 || longest < NARROW;
    }
    boolean alike = small == breaks && LineWords.beginsSmall(texts.get(0));
    return longest < NARROW || (alike ? free * 2 >= breaks : free * 3 >= breaks * 2);
  }

  /** Whether no line has room for the first word of the next one. */
  private boolean isWrapped() {
    int longest = longest();
    int free = 0;
    int small = 0;
    for (int i = 0; i + 1 < texts.size(); i++) {
      free += hasRoom(i, longest) ? 1 : 0;
      small += LineWords.beginsSmall(texts.get(i + 1)) ? 1 : 0;
    }
    return free == 0 || small * 2 >= texts.size() - 1;
  }

  private int longest() {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private boolean hasRoom(int line, int width) {
    String next = texts.get(line + 1);
    int end = next.indexOf(' ');
    int word = Math.min(LONGEST_WORD, end < 0 ? next.length() : end);
    return texts.get(line).length() + 1 + word <= width;
  }
}
