package dev.replenish.markdown;

import dev.replenish.text.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The seven kinds of HTML blocks: how each begins and on which line it ends. */
enum HtmlBlock {
  /** {@code <script}, {@code <pre}, {@code <style} or {@code <textarea}, to any such end tag. */
  RAW,
  /** {@code <!--} to {@code -->}. */
  COMMENT,
  /** {@code <?} to {@code ?>}. */
  INSTRUCTION,
  /** {@code <!} and a letter, to {@code >}. */
  DECLARATION,
  /** {@code <![CDATA[} to {@code ]]>}. */
  CDATA,
  /** A start or end tag of a block element, to a blank line. */
  ELEMENT,
  /** Any other complete tag alone on its line, to a blank line. */
  TAG;

  private static final Set<String> RAW_NAMES = Set.of("pre", "script", "style", "textarea");

  private static final Set<String> ELEMENT_NAMES =
      Set.of(
          ("address article aside base basefont blockquote body caption center col colgroup dd"
                  + " details dialog dir div dl dt fieldset figcaption figure footer form frame"
                  + " frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main"
                  + " menu menuitem nav noframes ol optgroup option p param search section summary"
                  + " table tbody td tfoot th thead title tr track ul")
              .split(" "));

  private static final int LONGEST_NAME = "blockquote".length();

  /** The kind of block that begins with the {@code <} at {@code at}, or null. */
  static @Nullable HtmlBlock startingAt(byte[] bytes, int at, int end) {
    int next = at + 1;
    if (next == end) {
      return null;
    }
    return switch (bytes[next]) {
      case '?' -> INSTRUCTION;
      case '!' -> declaration(bytes, next + 1, end);
      default -> tag(bytes, at, end);
    };
  }

  private static @Nullable HtmlBlock declaration(byte[] bytes, int at, int end) {
    if (Ascii.startsWith(bytes, at, end, "--")) {
      return COMMENT;
    }
    if (Ascii.startsWith(bytes, at, end, "[CDATA[")) {
      return CDATA;
    }
    return at < end && Ascii.isLetter(bytes[at]) ? DECLARATION : null;
  }

  private static @Nullable HtmlBlock tag(byte[] bytes, int at, int end) {
    boolean closing = bytes[at + 1] == '/';
    int start = at + (closing ? 2 : 1);
    String name = name(bytes, start, end);
    int after = start + name.length();
    boolean delimited = after == end || Ascii.isWhiteSpace(bytes[after]);
    boolean ended = delimited || bytes[after] == '>';
    if (ended && !closing && RAW_NAMES.contains(name)) {
      return RAW;
    }
    if ((ended || Ascii.startsWith(bytes, after, end, "/>")) && ELEMENT_NAMES.contains(name)) {
      return ELEMENT;
    }
    return HtmlTag.fills(bytes, at, end) ? TAG : null;
  }

  /** A tag's name in lower case, cut one character after the longest known name. */
  private static String name(byte[] bytes, int at, int end) {
    int i = at;
    int limit = Math.min(end, at + LONGEST_NAME + 1);
    while (i < limit && (Ascii.isLetter(bytes[i]) || Ascii.isDigit(bytes[i]))) {
      i++;
    }
    return new String(bytes, at, i - at, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
  }

  /** Whether it can interrupt a paragraph: every kind except {@link #TAG}. */
  boolean interruptsParagraph() {
    return this != TAG;
  }

  /** Whether the first blank line ends the block. */
  boolean endsAtBlank() {
    return this == ELEMENT || this == TAG;
  }

  /** Whether the block ends on this line, which may be its first. */
  boolean endsOn(byte[] bytes, int at, int end) {
    return switch (this) {
      case RAW -> endsRaw(bytes, at, end);
      case COMMENT -> Ascii.contains(bytes, at, end, "-->");
      case INSTRUCTION -> Ascii.contains(bytes, at, end, "?>");
      case DECLARATION -> Ascii.find(bytes, at, end, '>') >= 0;
      case CDATA -> Ascii.contains(bytes, at, end, "]]>");
      case ELEMENT, TAG -> false;
    };
  }

  /** The end tag need not match the name of the start tag. */
  private static boolean endsRaw(byte[] bytes, int at, int end) {
    for (int i = at; i < end - 2; i++) {
      if (bytes[i] == '<' && bytes[i + 1] == '/') {
        String name = name(bytes, i + 2, end);
        int after = i + 2 + name.length();
        if (after < end && bytes[after] == '>' && RAW_NAMES.contains(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
