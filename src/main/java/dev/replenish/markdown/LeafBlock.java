package dev.replenish.markdown;

import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.text.Ascii;
import org.jspecify.annotations.Nullable;

/** The open leaf block, which the next line may continue, and how leaf blocks begin. */
final class LeafBlock {
  private enum Open {
    NOTHING,
    PARAGRAPH,
    FENCED_CODE,
    INDENTED_CODE,
    HTML
  }

  private final byte[] bytes;
  private final Cursor cursor;
  private final Definitions definitions;
  private Open open = Open.NOTHING;
  private int start;
  private int level;
  private byte fenceMark;
  private int fenceLength;
  private HtmlBlock html = HtmlBlock.TAG;
  private int noRuleBefore;

  LeafBlock(Cursor cursor) {
    this.cursor = cursor;
    bytes = cursor.bytes;
    definitions = new Definitions(bytes);
    start = cursor.start;
  }

  /** Offset of the block's first line. */
  int start() {
    return start;
  }

  /** Level of the heading that the last line is, or of which it is the underline. */
  int level() {
    return level;
  }

  void close() {
    open = Open.NOTHING;
  }

  /** FENCE or HTML if such a block is open, which any next line would be part of; else BLANK. */
  Kind openKind() {
    return switch (open) {
      case FENCED_CODE -> Kind.FENCE;
      case HTML -> Kind.HTML;
      case NOTHING, PARAGRAPH, INDENTED_CODE -> Kind.BLANK;
    };
  }

  /** Whether the open block is an HTML block that ends at a blank line. */
  boolean endsAtBlank() {
    return open == Open.HTML && html.endsAtBlank();
  }

  /** The kind of the line if it certainly belongs to the open block, else null. */
  @Nullable Kind continueBlock() {
    return switch (open) {
      case NOTHING, PARAGRAPH -> null;
      case FENCED_CODE -> continueFenced();
      case INDENTED_CODE -> continueIndented();
      case HTML -> cursor.blank() && html.endsAtBlank() ? null : continueHtml();
    };
  }

  private Kind continueFenced() {
    if (!LeafSyntax.closesFence(cursor, fenceMark, fenceLength)) {
      return Kind.CODE;
    }
    close();
    return Kind.FENCE;
  }

  /** Blank lines don't end indented code; only later lines show whether they are part of it. */
  private @Nullable Kind continueIndented() {
    if (cursor.blank()) {
      return Kind.BLANK;
    }
    return cursor.indent() > 3 ? Kind.CODE : null;
  }

  private Kind continueHtml() {
    if (html.endsOn(bytes, cursor.index, cursor.end)) {
      close();
    }
    return Kind.HTML;
  }

  /**
   * Starts the block that begins at the cursor; TEXT if none does, as in a paragraph.
   *
   * @param allMatched whether all containers of the previous block also contain this line
   */
  Kind start(boolean allMatched) {
    if (cursor.indent() > 3) {
      return startIndented();
    }
    return switch (cursor.first()) {
      case '#' -> startHeading();
      case '=' -> underlines(allMatched) ? Kind.SETEXT : Kind.TEXT;
      case '-' -> underlines(allMatched) ? Kind.SETEXT : startRule();
      case '*', '_' -> startRule();
      case '`', '~' -> startFence();
      case '<' -> startHtml();
      default -> Kind.TEXT;
    };
  }

  /** Indented code can't interrupt a paragraph, not even one with a lazy continuation line. */
  private Kind startIndented() {
    return open == Open.PARAGRAPH ? Kind.TEXT : begin(Open.INDENTED_CODE, Kind.CODE);
  }

  private Kind startHeading() {
    level = LeafSyntax.headingLevel(cursor);
    return level > 0 ? begin(Open.NOTHING, Kind.HEADING) : Kind.TEXT;
  }

  private boolean underlines(boolean allMatched) {
    level = allMatched && hasText() ? LeafSyntax.underlineLevel(cursor) : 0;
    if (level > 0) {
      close();
    }
    return level > 0;
  }

  /**
   * A thematic break: 3 or more of one of {@code - * _}, with any white space between them. If a
   * line is not one, neither is any item nested in it, so the place of failure is remembered.
   */
  private Kind startRule() {
    if (cursor.content < noRuleBefore) {
      return Kind.TEXT;
    }
    byte mark = cursor.first();
    int marks = 0;
    int at = cursor.content;
    for (; at < cursor.end && (bytes[at] == mark || Ascii.isSpaceOrTab(bytes[at])); at++) {
      marks += bytes[at] == mark ? 1 : 0;
    }
    if (at == cursor.end && marks >= 3) {
      return begin(Open.NOTHING, Kind.RULE);
    }
    noRuleBefore = at;
    return Kind.TEXT;
  }

  private Kind startFence() {
    int length = LeafSyntax.fenceLength(cursor);
    if (length == 0) {
      return Kind.TEXT;
    }
    fenceMark = cursor.first();
    fenceLength = length;
    return begin(Open.FENCED_CODE, Kind.FENCE);
  }

  private Kind startHtml() {
    HtmlBlock found = HtmlBlock.startingAt(bytes, cursor.content, cursor.end);
    if (found == null || (open == Open.PARAGRAPH && !found.interruptsParagraph())) {
      return Kind.TEXT;
    }
    html = found;
    begin(Open.HTML, Kind.HTML);
    return continueHtml();
  }

  private Kind begin(Open opened, Kind kind) {
    open = opened;
    start = cursor.start;
    return kind;
  }

  /** Whether the open block is a paragraph with more than link reference definitions. */
  boolean hasText() {
    return open == Open.PARAGRAPH && definitions.hasText();
  }

  /** Adds a line to the open paragraph or begins one; returns whether it began one. */
  boolean addText() {
    boolean begins = open != Open.PARAGRAPH;
    if (begins) {
      open = Open.PARAGRAPH;
      definitions.reset();
    }
    if (!definitions.hasText()) {
      start = cursor.start;
    }
    definitions.add(cursor.content, cursor.end);
    return begins;
  }
}
