package dev.replenish.merge;

import dev.replenish.text.Ascii;
import dev.replenish.text.Edits;
import dev.replenish.text.Intake;
import dev.replenish.text.LineEnding;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The three versions, normalized for comparison: without a byte order mark, with the last line
 * ended, and with line ends of one kind if no version mixes kinds. In these respects, the result
 * gets what one side has changed, or else what ours has.
 */
record Texts(
    ThreeWay<SourceText> versions,
    LineEnding ending,
    boolean converted,
    boolean mark,
    boolean openEnd) {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static Texts of(ThreeWay<byte[]> files) {
    ThreeWay<SourceText> texts = files.map(Texts::readable);
    SourceText ours = texts.ours();
    LineEnding first = ours.lineEnding(texts.theirs().lineEnding(LineEnding.LF));
    ThreeWay<LineEnding> endings = texts.map(text -> text.lineEnding(first));
    boolean converted =
        endings.any(ending -> ending != first)
            && !texts.any(text -> isMixed(text, text.lineEnding(first)));
    ThreeWay<SourceText> known =
        texts.base().isEmpty() ? new ThreeWay<>(ours, ours, texts.theirs()) : texts;
    return new Texts(
        texts.map(text -> body(text, converted, text.lineEnding(first))),
        endings.merged().orElse(first),
        converted,
        known.map(Texts::hasByteOrderMark).merged().orElseThrow(),
        known.map(Texts::lacksLastBreak).merged().orElseThrow());
  }

  private static SourceText readable(byte[] bytes) {
    SourceText text = text(bytes);
    Intake.objection(text)
        .ifPresent(
            objection -> {
              throw new PlainMerge(objection.message());
            });
    return text;
  }

  /** The same with the {@code parts} of ours in each version that has as many. */
  Texts sharing(Function<SourceText, List<Span>> parts) {
    List<Span> our = parts.apply(versions.ours());
    return our.isEmpty()
        ? this
        : new Texts(
            new ThreeWay<>(
                sharing(versions.base(), parts, our),
                versions.ours(),
                sharing(versions.theirs(), parts, our)),
            ending,
            converted,
            mark,
            openEnd);
  }

  private SourceText sharing(
      SourceText other, Function<SourceText, List<Span>> parts, List<Span> our) {
    List<Span> has = parts.apply(other);
    if (our.size() != has.size()) {
      return other;
    }
    List<Replacement> edits = new ArrayList<>();
    for (int i = 0; i < our.size(); i++) {
      edits.add(new Replacement(has.get(i), versions.ours().copy(our.get(i))));
    }
    return text(Edits.of(other, edits).apply());
  }

  private static SourceText text(byte[] bytes) {
    return SourceText.of("", "", bytes);
  }

  /** Whether any line of {@code text} has another ending than {@code ending}. */
  private static boolean isMixed(SourceText text, LineEnding ending) {
    return !Arrays.equals(text.copy(new Span(0, text.length()), ending), text.bytes());
  }

  private static boolean hasByteOrderMark(SourceText text) {
    return text.start() > 0;
  }

  private static boolean lacksLastBreak(SourceText text) {
    return !text.isEmpty() && !Ascii.isBreak(text.bytes()[text.length() - 1]);
  }

  private static SourceText body(SourceText text, boolean converted, LineEnding ending) {
    Span body = new Span(text.start(), text.length());
    byte[] bytes = converted ? text.copy(body, LineEnding.LF) : text.copy(body);
    if (lacksLastBreak(text)) {
      bytes = joined(bytes, TextLines.bytes(converted ? "\n" : ending.text()));
    }
    return text(bytes);
  }

  /** The line ending used for the comparison. */
  String newLine() {
    return converted ? "\n" : ending.text();
  }

  SourceText read(byte[] result) {
    return text(result);
  }

  /** The bytes of the merged file. */
  byte[] written(byte[] result) {
    SourceText text = text(result);
    Span all = new Span(0, text.length());
    byte[] body = converted ? text.copy(all, ending) : result;
    return mark ? joined(MARK, body) : body;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
