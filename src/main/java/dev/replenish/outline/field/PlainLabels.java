package dev.replenish.outline.field;

import dev.replenish.board.Field;
import dev.replenish.markdown.BlockScan;
import dev.replenish.markdown.BlockScan.Kind;
import dev.replenish.outline.words.NormalizedText;
import dev.replenish.outline.words.Urgencies;
import dev.replenish.outline.words.Vocabulary;
import dev.replenish.text.Ascii;
import dev.replenish.text.SourceBytes;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labelled lines without emphasis, as {@code Depends on: B-014}, or with emphasis on the whole
 * field, as {@code **Priority: low.** It can wait}. Many lines of this form are no fields, so a
 * label counts only if it is about a task and its value makes sense.
 */
final class PlainLabels {
  private static final Pattern LINE =
      Pattern.compile("^(?:[-*+] +)?(\\p{L}[\\p{L}\\p{M} ]{0,24}?) ?[:：]\\s*(\\S.*)$");
  private static final Pattern BOLD =
      Pattern.compile(
          "^(?:[-*+] +)?\\*\\*(\\p{L}[\\p{L}\\p{M} ]{0,24}?) ?[:：]\\s*([^*]{1,60}?)[.]?\\*\\*(?![:：])");
  private static final Pattern ITALIC =
      Pattern.compile(
          "^(?:[-*+] +)?[*_](\\p{L}[\\p{L}\\p{M} ]{0,24}?) ?[:：](?![*_]\\s)\\s*(\\S.*?)[.]?[*_]$");
  private static final Pattern WIDE =
      Pattern.compile("^(?:[-*+] +)?\\*\\*(\\p{L}[\\p{L}\\p{M} ]{0,24}?)\\*\\*\\s*：\\s*(\\S.*)$");
  private static final List<Pattern> FORMS = List.of(LINE, WIDE, BOLD, ITALIC);
  private static final int LONGEST_EFFORT = 30;
  private static final int FEW_WORDS = 3;

  private PlainLabels() {}

  /** The fields on the lines between two offsets. */
  static List<Field> in(SourceText source, Span body) {
    List<Field> fields = new ArrayList<>();
    BlockScan scan = new BlockScan(source.bytes(), body.from(), body.to());
    int fence = -1;
    while (scan.next()) {
      fence = scan.kind() == Kind.FENCE ? scan.blockStart() : fence;
      boolean indented = scan.kind() == Kind.CODE && scan.blockStart() != fence;
      if ((scan.kind() == Kind.TEXT || indented) && !scan.inQuote()) {
        add(source, new Span(scan.lineStart(), scan.lineEnd()), fields);
      }
    }
    return fields;
  }

  private static void add(SourceText source, Span line, List<Field> fields) {
    if (!hasColon(source.bytes(), line)) {
      return; // most lines
    }
    Span stripped = Ascii.strip(source.bytes(), line.from(), line.to());
    String text = source.text(stripped);
    for (Pattern pattern : FORMS) {
      Matcher label = pattern.matcher(text);
      if (label.find()) {
        addIfField(source, line, label, stripped, fields);
        return;
      }
    }
  }

  private static void addIfField(
      SourceText source, Span line, Matcher label, Span stripped, List<Field> fields) {
    String value = label.group(2);
    if (isField(label.group(1), value, label.pattern() != LINE)) {
      String text = source.text(stripped);
      Span span = SourceBytes.span(stripped.from(), text, label.start(2), label.end(2));
      fields.add(new Field(label.group(1), value, span, line, List.of(value), List.of()));
    }
  }

  /** Whether a line has an ASCII colon, or perhaps the full-width one of Chinese and Japanese. */
  private static boolean hasColon(byte[] bytes, Span line) {
    return Ascii.find(bytes, line.from(), line.to(), ':') >= 0
        || Ascii.find(bytes, line.from(), line.to(), Fields.FULL_WIDTH) >= 0;
  }

  private static boolean isShort(String value) {
    return NormalizedText.count(value) <= 2;
  }

  private static boolean isField(String label, String value, boolean bold) {
    return Vocabulary.column(label)
        .map(
            column ->
                switch (column) {
                  case STATUS -> bold || Vocabulary.status(value).isPresent();
                  case PRIORITY -> isShort(value) && Urgencies.priority(value).isPresent();
                  case EFFORT -> value.length() <= LONGEST_EFFORT;
                  case DEPENDENCIES -> true;
                  case DUE, NOT_BEFORE, ASSIGNEE -> NormalizedText.count(value) <= FEW_WORDS;
                  case TITLE, DESCRIPTION, ID, DOCUMENTATION, COMPONENT, OTHER -> false;
                })
        .orElseGet(() -> Fields.isState(label, value));
  }
}
