package dev.replenish.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The unchanged content of one file: its bytes, never re-encoded, with line numbers on demand.
 *
 * <p>Readers return spans into these bytes, and edits replace spans of them; all other bytes stay
 * untouched. Threads may share a text: each computes the same values on demand, and stores them in
 * immutable objects.
 */
public final class SourceText {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final int CACHED_WORDS = 64;
  private static final int LONGEST_WORD = 16;

  private final String path;
  private final String id;
  private final byte[] bytes;
  private @Nullable LineStarts lineStarts;
  private @Nullable Ending ending;
  private Column last = new Column(0, 0, 1);
  private final @Nullable String[] words = new @Nullable String[CACHED_WORDS];

  private SourceText(String path, String id, byte[] bytes) {
    this.path = path;
    this.id = id;
    this.bytes = bytes;
  }

  /**
   * A file's text. The array is not copied and must not be changed.
   *
   * @param path path inside the repository, with {@code /}
   * @param id the blob's id, or any other string that changes exactly when the bytes do
   */
  public static SourceText of(String path, String id, byte[] bytes) {
    return new SourceText(path, id, bytes);
  }

  /** The path inside the repository, with {@code /}. */
  public String path() {
    return path;
  }

  /** The id of these bytes: the blob's id. */
  public String id() {
    return id;
  }

  /** The bytes themselves, not a copy: read only. */
  public byte[] bytes() {
    return bytes;
  }

  /** The number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Where the text begins: after a byte order mark, or at 0. */
  public int start() {
    return startsWithBom() ? BOM.length : 0;
  }

  /** Where the content begins: after a byte order mark and front matter. */
  public int body() {
    return FrontMatter.end(bytes, start());
  }

  /** Whether there is no text except perhaps a byte order mark. */
  public boolean isEmpty() {
    return bytes.length == start();
  }

  private boolean startsWithBom() {
    return bytes.length >= BOM.length && Arrays.equals(bytes, 0, BOM.length, BOM, 0, BOM.length);
  }

  /** The text of {@code span}. */
  public String text(Span span) {
    return new String(bytes, span.from(), span.length(), StandardCharsets.UTF_8);
  }

  /** The text of {@code span}; short words are cached, so that repeated words share a string. */
  public String word(Span span) {
    if (span.length() > LONGEST_WORD) {
      return text(span);
    }
    int hash = 0;
    for (int i = span.from(); i < span.to(); i++) {
      hash = 31 * hash + bytes[i];
    }
    int place = Math.floorMod(hash, CACHED_WORDS);
    String known = words[place];
    if (known == null || !isAt(known, span)) {
      known = text(span);
      words[place] = known;
    }
    return known;
  }

  private boolean isAt(String word, Span span) {
    return word.length() == span.length() && Ascii.startsWith(bytes, span.from(), span.to(), word);
  }

  /** A copy of the bytes of {@code span}. */
  public byte[] copy(Span span) {
    return Arrays.copyOfRange(bytes, span.from(), span.to());
  }

  /** The line ending that the file uses most, or {@code otherwise} if it has none. */
  public LineEnding lineEnding(LineEnding otherwise) {
    Ending known = ending;
    if (known == null) {
      known = new Ending(LineEnding.mostUsed(bytes));
      ending = known;
    }
    return known.mostUsed == null ? otherwise : known.mostUsed;
  }

  /** The bytes of {@code span} with all line endings converted to {@code ending}. */
  public byte[] copy(Span span, LineEnding ending) {
    byte[] block = copy(span);
    boolean loneCr = lineEnding(LineEnding.LF) == LineEnding.CR;
    return ending.convert(block, loneCr);
  }

  /** Whether {@code offset} is the start of a line or of the file. */
  public boolean atLineStart(int offset) {
    return offset <= start() || Ascii.isBreak(bytes[offset - 1]);
  }

  /** Where the byte at {@code offset} is, with line and column from 1. */
  public Location location(int offset) {
    int line = lineOf(offset);
    int lineStart = Math.max(lineStarts()[line - 1], start());
    return new Location(path, line, column(lineStart, offset));
  }

  /** Counts from the previous place if that is earlier on this line, else from its start. */
  private int column(int lineStart, int offset) {
    Column known = last;
    if (known.lineStart != lineStart || known.offset > offset) {
      known = new Column(lineStart, lineStart, 1);
    }
    int column = known.column + characters(known.offset, offset);
    last = new Column(lineStart, Math.max(known.offset, offset), column);
    return column;
  }

  private record Ending(@Nullable LineEnding mostUsed) {}

  private record LineStarts(int[] offsets) {}

  private record Column(int lineStart, int offset, int column) {}

  /** The number of characters: only the first byte of each is counted. */
  private int characters(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
    }
    return count;
  }

  /** The number of the line, from 1, that holds the byte at {@code offset}. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int[] lineStarts() {
    LineStarts known = lineStarts;
    if (known == null) {
      known = new LineStarts(findLineStarts());
      lineStarts = known;
    }
    return known.offsets;
  }

  private int[] findLineStarts() {
    int[] starts = new int[16 + bytes.length / 32];
    int count = 1;
    for (int i = 0; i < bytes.length; i++) {
      boolean ends =
          bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return path + " (" + bytes.length + " bytes)";
  }
}
