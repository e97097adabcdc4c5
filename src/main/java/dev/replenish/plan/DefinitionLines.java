package dev.replenish.plan;

import dev.replenish.board.Task;
import dev.replenish.text.Ascii;
import dev.replenish.text.LineWalk;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the definitions of links and footnotes in a page: {@code [label]: ..}. */
final class DefinitionLines {
  private static final Pattern DEFINITION =
      Pattern.compile(" {0,3}\\[(?!])((?:[^\\[\\]\\\\]|\\\\.){1,200})]:.*");
  private static final Pattern REFERENCE =
      Pattern.compile("\\[(?![ xX/~?-]?](?!\\[))[^\\]]{1,999}](?!\\()");

  private DefinitionLines() {}

  /**
   * The definitions outside of {@code tasks} that the tasks refer to, in the order of the page. The
   * parser is not loaded if the page has no definitions or the tasks have no references.
   */
  static List<Span> neededBy(List<Task> tasks, SourceText source) {
    List<Span> blocks = tasks.stream().map(Task::block).toList();
    boolean refers =
        blocks.stream().anyMatch(block -> REFERENCE.matcher(source.text(block)).find());
    List<Span> all = refers ? in(source, blocks) : List.of();
    if (all.isEmpty()) {
      return List.of();
    }
    Map<String, Span> byLabel = new LinkedHashMap<>();
    all.forEach(span -> byLabel.putIfAbsent(References.normal(label(source, span)), span));
    Set<String> needed = new References(byLabel).in(source, blocks);
    List<Span> spans = new ArrayList<>();
    byLabel.forEach(
        (label, span) -> {
          if (needed.contains(label)) {
            spans.add(span);
          }
        });
    return spans;
  }

  /** Those of {@code spans} whose labels {@code other} does not define. */
  static List<Span> missingIn(SourceText other, SourceText source, List<Span> spans) {
    if (spans.isEmpty()) {
      return spans;
    }
    List<String> known = new ArrayList<>();
    in(other, List.of()).forEach(span -> known.add(References.normal(label(other, span))));
    return spans.stream()
        .filter(span -> !known.contains(References.normal(label(source, span))))
        .toList();
  }

  /** Whether a definition begins on the line at {@code from}. */
  static boolean beginsAt(SourceText source, int from) {
    byte[] bytes = source.bytes();
    int mark = Ascii.skip(bytes, from, bytes.length, ' ');
    return mark < bytes.length
        && bytes[mark] == '['
        && DEFINITION.matcher(source.text(line(bytes, from))).matches();
  }

  private static Span line(byte[] bytes, int from) {
    return new Span(from, LineWalk.end(bytes, from));
  }

  private static List<Span> in(SourceText source, List<Span> without) {
    List<Span> found = new ArrayList<>();
    byte[] bytes = source.bytes();
    boolean fenced = false;
    for (int at = source.body(); at < bytes.length; ) {
      int next = LineWalk.next(bytes, at);
      int here = at;
      boolean fence =
          Ascii.startsWith(bytes, at, bytes.length, "```")
              || Ascii.startsWith(bytes, at, bytes.length, "~~~");
      fenced ^= fence;
      boolean inside = without.stream().anyMatch(span -> span.from() <= here && here < span.to());
      if (!fenced && !inside && beginsAt(source, at)) {
        next = end(source, at);
        found.add(new Span(at, next));
      }
      at = next;
    }
    return found;
  }

  /**
   * The end of a definition: it continues over indented lines, that of a footnote also over blank
   * ones.
   */
  private static int end(SourceText source, int from) {
    byte[] bytes = source.bytes();
    boolean footnote = isFootnote(source, from);
    int end = LineWalk.next(bytes, from);
    int at = end;
    boolean blank = false;
    while (at < bytes.length) {
      if (LineWalk.isBlank(bytes, at)) {
        blank = true;
      } else if (Ascii.isSpaceOrTab(bytes[at])
          && (!blank || (footnote && isDeeplyIndented(bytes, at)))
          && !beginsAt(source, at)) {
        end = LineWalk.next(bytes, at);
        blank = false;
      } else {
        break;
      }
      at = LineWalk.next(bytes, at);
    }
    return end;
  }

  private static boolean isDeeplyIndented(byte[] bytes, int at) {
    return bytes[at] == '\t' || Ascii.skip(bytes, at, bytes.length, ' ') - at >= 4;
  }

  /** Whether the definition at {@code from} is that of a footnote. */
  static boolean isFootnote(SourceText source, int from) {
    return label(source, Span.at(from)).startsWith("^");
  }

  private static String label(SourceText source, Span definition) {
    Matcher matcher = DEFINITION.matcher(source.text(line(source.bytes(), definition.from())));
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** The text after the label. */
  static Span value(SourceText source, Span definition) {
    int label = source.text(line(source.bytes(), definition.from())).indexOf("]:");
    return new Span(Math.min(definition.to(), definition.from() + label + 2), definition.to());
  }
}
