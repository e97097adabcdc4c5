package dev.replenish.outline.page;

import dev.replenish.board.ReadingComment;
import dev.replenish.outline.words.Label;
import dev.replenish.outline.words.LineWords;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of text directly under a heading that may be tasks (docs/reference/unmarked.md,
 * "Lines").
 */
public final class LineUnit {
  /** How many lines of a title and a sentence are needed for them to be tasks. */
  private static final int MANY = 3;

  private static final int BRIEF = 2;

  /**
   * A line that may be a task.
   *
   * @param at the index of the line
   * @param text its text after the sign
   * @param sign the number of characters of its sign
   * @param unclear whether it may be a part of the line above it, or have parts below it
   * @param named whether a comment says that it is a task
   */
  public record Entry(int at, String text, int sign, boolean unclear, boolean named) {
    private Entry unclearly() {
      return new Entry(at, text, sign, true, named);
    }
  }

  public final Section section;
  public final List<Entry> entries = new ArrayList<>();

  /** Whether other content that may be about the lines is here: a paragraph, a fence, a quote. */
  public boolean mixed;

  /** Whether each paragraph begins with a line that may be the title of its other lines. */
  public boolean titled;

  /** The number of words in running text. */
  public int prose;

  /** The same with the sentences after titles, whether these are tasks or not. */
  public int running;

  private final Outline outline;
  private final boolean each;
  private final boolean moved;
  private final List<Paragraph> sentences = new ArrayList<>();
  private boolean labelled;
  private int paragraphs;
  private int titledParagraphs;

  /**
   * Reads the section's own lines.
   *
   * @param each whether a comment says that each line is a task
   * @param moved whether lines were moved from here
   */
  public LineUnit(Outline outline, Section section, boolean each, boolean moved) {
    this.outline = outline;
    this.section = section;
    this.each = each;
    this.moved = moved;
    read();
  }

  private void read() {
    int i = firstToRead();
    while (i < section.ownEnd()) {
      Line line = outline.line(i);
      Optional<Table> table = Table.at(outline, i, section.ownEnd());
      if (table.isPresent()) {
        i = table.get().end();
      } else if (line.isText() && !TrailingDefinitions.definition(outline, i)) {
        Paragraph paragraph = Paragraph.at(outline, i, section.ownEnd());
        i += paragraph.texts().size();
        take(paragraph);
      } else {
        mixed |= !line.isText() && !line.isBlank() && !isAside(line);
        i++;
      }
    }
    addSentences();
    titled = paragraphs > 1 && titledParagraphs == paragraphs;
  }

  /**
   * The index of the first line to read; if the heading is an item, lines that continue it are
   * skipped.
   */
  private int firstToRead() {
    int at = section.from;
    while (section.isLine() && at < section.ownEnd() && isLazy(outline.line(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLazy(Line line) {
    return line.depth() > 0 && !line.item() && !line.isBlank();
  }

  /** Whether a line is a comment or a rule, which is no content. */
  private boolean isAside(Line line) {
    return switch (line.kind()) {
      case RULE -> true;
      case HTML -> outline.text(line).startsWith("<!--");
      default -> false;
    };
  }

  private void take(Paragraph paragraph) {
    if (each) {
      add(paragraph);
      return;
    }
    Paragraph.Kind kind = paragraph.kind(moved);
    if (kind == Paragraph.Kind.PROSE
        && paragraph.texts().size() == 1
        && isNamed(paragraph.first())) {
      add(paragraph);
      return;
    }
    boolean runs = kind == Paragraph.Kind.PROSE || kind == Paragraph.Kind.TITLED;
    running += runs ? words(paragraph) : 0;
    switch (kind) {
      case LINES -> add(paragraph);
      case TITLED -> sentences.add(paragraph);
      case UNCLEAR -> {
        mixed = true;
        add(paragraph);
      }
      case PROSE -> addProse(paragraph);
    }
  }

  private void addProse(Paragraph paragraph) {
    prose += words(paragraph);
  }

  private static int words(Paragraph paragraph) {
    return paragraph.texts().stream().mapToInt(NormalizedText::count).sum();
  }

  /** Takes lines of a title and a sentence as tasks if there are no other lines. */
  private void addSentences() {
    int lines = sentences.stream().mapToInt(paragraph -> paragraph.texts().size()).sum();
    if (entries.isEmpty() && (moved || lines >= MANY)) {
      sentences.forEach(this::add);
    } else {
      mixed |= lines >= MANY;
      sentences.forEach(this::addProse);
    }
  }

  private void add(Paragraph paragraph) {
    countTitle(paragraph);
    int above = -1;
    int outer = Integer.MAX_VALUE;
    for (int i = 0; i < paragraph.texts().size(); i++) {
      int at = paragraph.first() + i;
      String text = paragraph.texts().get(i);
      int sign = LineWords.sign(text);
      String words = text.substring(sign).strip();
      if (isLabel(words)) {
        labelled |= !each && !Vocabulary.sentenceEndsWithTasks(words);
        outer = Integer.MAX_VALUE;
        above = -1;
        continue;
      }
      if (NormalizedText.words(words).isEmpty()) {
        continue;
      }
      int column = outline.column(outline.line(at));
      outer = Math.min(outer, column);
      boolean inner = column > outer && !each;
      if (inner && above >= 0) {
        entries.set(above, entries.get(above).unclearly());
      }
      boolean doubtful = inner || labelled || (!each && LineWords.isBlock(text));
      entries.add(new Entry(at, words, sign, doubtful, isNamed(at)));
      above = entries.size() - 1;
    }
  }

  private boolean isNamed(int at) {
    return outline.hasComment(at, ReadingComment.TASK);
  }

  private static boolean isLabel(String words) {
    Label label = Label.of(words);
    return label != null && label.isAlone() && label.colon();
  }

  /** Counts paragraphs of several lines, and those whose first line is the shortest. */
  private void countTitle(Paragraph paragraph) {
    List<String> texts = paragraph.texts();
    if (texts.size() < 2) {
      return;
    }
    paragraphs++;
    int first = NormalizedText.count(texts.get(0));
    boolean brief = first <= BRIEF && !Vocabulary.namesAction(texts.get(0));
    titledParagraphs +=
        brief && texts.stream().skip(1).allMatch(t -> NormalizedText.count(t) > first) ? 1 : 0;
  }

  /** The index of its first line. */
  public int first() {
    return entries.get(0).at;
  }

  /** The index of its last line. */
  public int last() {
    return entries.get(entries.size() - 1).at;
  }
}
