package dev.replenish.outline.field;

import dev.replenish.board.Status;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A box at the start of a text: {@code [ ]}, {@code [x]}, {@code []}.
 *
 * @param inside what is between its brackets
 * @param status the status that it shows; empty if that is unclear
 * @param behind where the text after it begins
 */
public record Box(Span inside, Optional<Status> status, int behind) {
  private static final Pattern BOX = Pattern.compile("^\\[( {0,3}|.)\\](?![(\\[:])\\s*");

  /** A box in backticks, which show it as code. */
  private static final Pattern CODE = Pattern.compile("^`\\[( {0,3}|.)\\]`\\s+");

  private static final Optional<Status> OPEN = Optional.of(Status.TODO);
  private static final Optional<Status> TICKED = Optional.of(Status.DONE);

  /** The sign in the box for each status; there is none for blocked tasks. */
  public static final Map<Status, String> TICKS =
      Map.of(Status.TODO, " ", Status.IN_PROGRESS, "/", Status.DONE, "x", Status.REJECTED, "-");

  /** The box for each status, to put before a text that has none yet. */
  public static final Map<Status, String> NEW =
      Map.of(Status.IN_PROGRESS, "[/] ", Status.DONE, "[x] ", Status.REJECTED, "[-] ");

  /**
   * The box that the text between two offsets begins with, or null; it may be in backticks, or
   * after marks that begin bold.
   */
  static @Nullable public Box at(SourceText source, int start, int to) {
    if (start < to && source.bytes()[start] == '`') {
      return inCode(source, start, to);
    }
    int from = start + bold(source.bytes(), start, to);
    if (from + 1 >= to || source.bytes()[from] != '[') {
      return null;
    }
    Box usual = usual(source.bytes(), from, to);
    if (usual != null) {
      return usual;
    }
    Matcher matcher = BOX.matcher(source.text(new Span(from, to)));
    if (!matcher.find()) {
      return null;
    }
    int length = SourceBytes.length(matcher.group(1));
    Span inside = new Span(from + 1, from + 1 + length);
    return new Box(inside, status(matcher.group(1)), from + SourceBytes.length(matcher.group()));
  }

  private static @Nullable Box inCode(SourceText source, int start, int to) {
    Matcher matcher = CODE.matcher(source.text(new Span(start, to)));
    Optional<Status> status = matcher.find() ? status(matcher.group(1)) : Optional.empty();
    if (status.isEmpty()) {
      return null; // other signs in code are no boxes
    }
    int from = start + "`[".length();
    Span inside = new Span(from, from + SourceBytes.length(matcher.group(1)));
    return new Box(inside, status, start + SourceBytes.length(matcher.group()));
  }

  /** The number of bytes of two stars or underscores before the box; 0 if there are none. */
  private static int bold(byte[] bytes, int from, int to) {
    boolean two = from + 1 < to && bytes[from] == bytes[from + 1];
    return two && (bytes[from] == '*' || bytes[from] == '_') ? 2 : 0;
  }

  /** The text after the box, up to {@code to}, preceded by the marks for bold before the box. */
  public String textBehind(SourceText source, int start, int to) {
    String text = source.text(new Span(Math.min(behind, to), to));
    if (inside.from() - 1 == start || source.bytes()[start] == '`') {
      return text;
    }
    String lead = source.text(new Span(start, inside.from() - 1));
    return text.startsWith(lead) ? text.substring(lead.length()) : lead + text;
  }

  /** A box with a blank or an {@code x}, and a word after it, as most boxes are; else null. */
  private static @Nullable Box usual(byte[] bytes, int from, int to) {
    boolean closed = from + 4 < to && bytes[from + 2] == ']' && bytes[from + 3] == ' ';
    if (!closed || bytes[from + 4] <= ' ') {
      return null; // also if the word is not ASCII
    }
    Optional<Status> status =
        switch (bytes[from + 1]) {
          case ' ' -> OPEN;
          case 'x', 'X' -> TICKED;
          default -> Optional.empty();
        };
    return status.isEmpty() ? null : new Box(new Span(from + 1, from + 2), status, from + 4);
  }

  /** The status of the box that a text begins with, in backticks or not: {@code `[x]`}. */
  public static Optional<Status> leadingStatus(String text) {
    Matcher matcher = BOX.matcher(text.replace("`", "").strip());
    return matcher.find() ? status(matcher.group(1)) : Optional.empty();
  }

  /** The same if nothing is after the box; else empty. */
  public static Optional<Status> soleStatus(String text) {
    String bare = text.replace("`", "").strip();
    return bare.endsWith("]") && BOX.matcher(bare).matches()
        ? leadingStatus(bare)
        : Optional.empty();
  }

  private static Optional<Status> status(String tick) {
    return switch (tick.strip()) {
      case "", "\u00a0" -> Optional.of(Status.TODO);
      case "x", "X", "v", "V", "✓", "✔", "√", "✅", "☑" -> Optional.of(Status.DONE);
      case "~", "/" -> Optional.of(Status.IN_PROGRESS);
      case "-", "✗", "✖", "❌" -> Optional.of(Status.REJECTED);
      default -> Optional.empty();
    };
  }
}
