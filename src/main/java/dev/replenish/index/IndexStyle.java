package dev.replenish.index;

import dev.replenish.board.IndexEntry;
import dev.replenish.board.IndexField;
import dev.replenish.board.IndexLine;
import dev.replenish.board.Tag;
import dev.replenish.board.TaskIndex;
import dev.replenish.dialect.Marker;
import dev.replenish.text.LineEnding;
import dev.replenish.text.OneLine;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The style of an index's lines, so that new lines look like their neighbours
 * (docs/reference/format.md, "The index").
 */
final class IndexStyle {
  private static final int LONGEST_GAP = 40;

  private final SourceText source;
  private final String newLine;
  private final Optional<Pattern> usual;

  IndexStyle(TaskIndex index) {
    this.source = index.source();
    this.newLine = source.lineEnding(LineEnding.LF).text();
    this.usual = index.entries().stream().flatMap(entry -> pattern(entry).stream()).findFirst();
  }

  /** The text around the label and the value of a line, such as {@code - **} and {@code :** }. */
  private record Pattern(String before, String between, String after, boolean capital) {
    static final Pattern PLAIN = new Pattern("", ": ", "", false);

    String line(IndexField field, String value) {
      String label = field.label();
      String word =
          capital ? label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) : label;
      return before + word + between + value + after;
    }
  }

  /** The value without emphasis and code marks. */
  static String plain(String value) {
    return OneLine.line(value.replace("`", "").replace("**", ""));
  }

  /** Replaces a line's value, with a space after the label if the value was empty. */
  Replacement value(IndexLine line, String newValue) {
    Span value = line.value();
    boolean spaced = line.isTag() || newValue.isEmpty() || value.length() > 0;
    boolean glued = !spaced && source.bytes()[value.from() - 1] != ' ';
    return Replacement.of(value, glued ? " " + newValue : newValue);
  }

  /** Adds a line to {@code entry}, after those that precede it in the order of fields. */
  Replacement lineIn(IndexEntry entry, IndexField field, String value) {
    int at = entry.idLine().to();
    for (IndexLine line : entry.lines()) {
      if (line.field().compareTo(field) < 0) {
        at = Math.max(at, line.line().to());
      }
    }
    return Replacement.insert(at, patternOf(entry).line(field, value) + newLine);
  }

  private Pattern patternOf(IndexEntry entry) {
    return pattern(entry).or(() -> usual).orElse(Pattern.PLAIN);
  }

  /** The pattern of the entry's first line that other lines can reuse. */
  private Optional<Pattern> pattern(IndexEntry entry) {
    return entry.lines().stream()
        .filter(line -> !line.isTag())
        .map(this::pattern)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Pattern> pattern(IndexLine line) {
    Span label = line.label();
    String before = text(line.line().from(), label.from());
    String between = text(label.to(), line.value().from());
    String after = withoutBreaks(text(line.value().to(), line.line().to()));
    boolean capital = Character.isUpperCase(source.text(label).codePointAt(0));
    boolean fits = isLead(before) && between.length() <= 6 && after.isBlank();
    String gap = between.endsWith(" ") ? between : between + " ";
    return fits ? Optional.of(new Pattern(before, gap, after, capital)) : Optional.empty();
  }

  /** Whether the text before a label fits other lines: little indentation, a bullet, bold. */
  private static boolean isLead(String before) {
    String lead = before.strip();
    int indent = before.indexOf(lead);
    return indent <= 3
        && before.length() <= 8
        && before.indexOf('\t') < 0
        && List.of("", "-", "*", "+", "**", "__", "- **", "* **", "+ **", "- __", "* __", "+ __")
            .contains(lead);
  }

  /** A whole entry in the style of the neighbour, or in the plain style if there is none. */
  String entry(ExpectedEntry expected, Optional<IndexEntry> neighbour) {
    Pattern pattern = neighbour.map(this::patternOf).orElse(Pattern.PLAIN);
    StringBuilder text = new StringBuilder(Marker.INDEX_ENTRY_BEGIN.line()).append(newLine);
    String tag = Tag.text("id", expected.id().value());
    text.append(neighbour.map(entry -> idLine(entry, tag)).orElse(tag)).append(newLine);
    for (IndexField field : IndexField.values()) {
      IndexComparison.correctValue(expected, field)
          .map(value -> field == IndexField.LOCATION ? folder(neighbour) + value : value)
          .ifPresent(value -> text.append(pattern.line(field, value)).append(newLine));
    }
    return text.append(Marker.INDEX_ENTRY_END.line()).toString();
  }

  /** The id tag with the same text before it and the same trailing spaces as the neighbour's. */
  private String idLine(IndexEntry entry, String tag) {
    String lead = text(entry.idLine().from(), entry.idTag().from());
    String line = withoutBreaks(source.text(entry.idLine()));
    boolean fits = List.of("", "- ", "* ", "### ", "### # ").contains(lead);
    return (fits ? lead : "") + tag + line.substring(line.stripTrailing().length());
  }

  /** The folder in the neighbour's location, if that is a plain path; else "". */
  private String folder(Optional<IndexEntry> neighbour) {
    String path =
        neighbour
            .flatMap(entry -> entry.line(IndexField.LOCATION))
            .map(line -> source.text(line.value()))
            .orElse("");
    boolean plain =
        path.chars().allMatch(c -> Character.isLetterOrDigit(c) || "./_-".indexOf(c) >= 0);
    return plain ? path.substring(0, path.lastIndexOf('/') + 1) : "";
  }

  /** The blank lines and separators between two entries; else one blank line. */
  String gap(IndexEntry first, IndexEntry second) {
    String gap = text(first.span().to(), second.span().from());
    boolean plain = gap.lines().allMatch(line -> line.isBlank() || line.strip().equals("---"));
    return plain && gap.length() <= LONGEST_GAP ? gap : newLine;
  }

  /** The text that should follow the only entry: with a separator if one follows it already. */
  String gap(IndexEntry only) {
    int end = Math.min(source.length(), only.span().to() + LONGEST_GAP);
    String rest = text(only.span().to(), end).stripLeading();
    return rest.startsWith("---") ? newLine + "---" + newLine + newLine : newLine;
  }

  String newLine() {
    return newLine;
  }

  private static String withoutBreaks(String line) {
    return line.replace("\r", "").replace("\n", "");
  }

  private String text(int from, int to) {
    return source.text(new Span(from, to));
  }
}
