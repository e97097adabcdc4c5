package dev.replenish.outline.page;

import dev.replenish.outline.words.LineWords;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one paragraph, and whether they are running text or stand alone
 * (docs/reference/unmarked.md, "Lines").
 *
 * @param first the index of its first line
 * @param texts the texts of its lines, without white space around
 * @param broken whether all but the last line end in a hard line break
 */
record Paragraph(int first, List<String> texts, boolean broken) {
  /** Lines that are all shorter than this are hardly running text. */
  private static final int NARROW = 40;

  /** The longest first word that counts: some scripts have no blanks. */
  private static final int LONGEST_WORD = 15;

  private static final int NESTED_CODE = 4;

  enum Kind {
    /** Running text, or a sentence. */
    PROSE,
    /** Lines that may be one text or not. */
    UNCLEAR,
    /** Lines that stand alone. */
    LINES,
    /** Lines that each begin with a title and continue as a sentence. */
    TITLED
  }

  Paragraph {
    texts = List.copyOf(texts);
  }

  /** The paragraph whose first line here has the index {@code first}. */
  static Paragraph at(Outline outline, int first, int to) {
    List<String> texts = new ArrayList<>();
    boolean broken = true;
    for (int i = first; i < to; i++) {
      Line line = outline.line(i);
      if (!line.isText() || (i > first && line.opens())) {
        break;
      }
      broken &= texts.isEmpty() || endsHard(outline, outline.line(i - 1));
      texts.add(
          outline.column(line) >= NESTED_CODE ? "" : LineWords.withoutStatus(outline.text(line)));
    }
    return new Paragraph(first, texts, broken && texts.size() > 1);
  }

  private static boolean endsHard(Outline outline, Line line) {
    String text = outline.raw(line);
    return text.endsWith("  ") || text.endsWith("\\");
  }

  /**
   * The kind of its lines.
   *
   * @param moved whether other lines were moved from here, so that fewer show the form
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

  /** Whether line breaks, semicolons or the lengths of its lines show that each stands alone. */
  private boolean standAlone() {
    int longest = longest();
    int lowerCase = 0;
    int withRoom = 0;
    int withSemicolon = 0;
    for (int i = 0; i + 1 < texts.size(); i++) {
      lowerCase += LineWords.beginsSmall(texts.get(i + 1)) ? 1 : 0;
      withRoom += hasRoom(i, longest) ? 1 : 0;
      withSemicolon += texts.get(i).endsWith(";") ? 1 : 0;
    }
    int breaks = texts.size() - 1;
    if (broken || withSemicolon == breaks) {
      return true;
    }
    if (lowerCase == 0) {
      return withRoom > 0 || longest < NARROW;
    }
    boolean alike = lowerCase == breaks && LineWords.beginsSmall(texts.get(0));
    return longest < NARROW || (alike ? withRoom * 2 >= breaks : withRoom * 3 >= breaks * 2);
  }

  /** Whether no line has room for the next word, or half of the lines begin with a small letter. */
  private boolean isWrapped() {
    int longest = longest();
    int withRoom = 0;
    int lowerCase = 0;
    for (int i = 0; i + 1 < texts.size(); i++) {
      withRoom += hasRoom(i, longest) ? 1 : 0;
      lowerCase += LineWords.beginsSmall(texts.get(i + 1)) ? 1 : 0;
    }
    return withRoom == 0 || lowerCase * 2 >= texts.size() - 1;
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
