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
import java.util.Optional;

/**
 * The three versions as they are compared: without a byte order mark, the last line ended, and with
 * line ends of one kind where each version has one kind of its own. The result gets back what one
 * side has changed of these, or else what ours has.
 */
record Texts(
    SourceText base,
    SourceText ours,
    SourceText theirs,
    LineEnding ending,
    boolean converted,
    boolean mark,
    boolean openEnd) {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static Texts of(byte[] base, byte[] ours, byte[] theirs) throws PlainMerge {
    SourceText old = text(base);
    SourceText our = text(ours);
    SourceText their = text(theirs);
    for (SourceText each : new SourceText[] {old, our, their}) {
      Optional<Intake.Objection> objection = Intake.objection(each);
      if (objection.isPresent()) {
        throw new PlainMerge(objection.get().message());
      }
    }
    LineEnding first = our.lineEnding(their.lineEnding(LineEnding.LF));
    LineEnding before = old.lineEnding(first);
    LineEnding second = their.lineEnding(first);
    LineEnding ending = first == before ? second : first;
    boolean pure = isPure(old, before) && isPure(our, first) && isPure(their, second);
    boolean converted = pure && (first != before || second != first);
    boolean known = !old.isEmpty();
    return new Texts(
        body(old, converted, before),
        body(our, converted, first),
        body(their, converted, second),
        ending,
        converted,
        pick(known ? isMarked(old) : isMarked(our), isMarked(our), isMarked(their)),
        pick(known ? isOpen(old) : isOpen(our), isOpen(our), isOpen(their)));
  }

  /** The same with our summaries in all three versions, where each has as many. */
  Texts withSummaries(List<Span> our, List<Span> old, List<Span> their) {
    return new Texts(
        withSummaries(base, old, our),
        ours,
        withSummaries(theirs, their, our),
        ending,
        converted,
        mark,
        openEnd);
  }

  private SourceText withSummaries(SourceText other, List<Span> has, List<Span> our) {
    if (our.size() != has.size()) {
      return other;
    }
    List<Replacement> edits = new ArrayList<>();
    for (int i = 0; i < our.size(); i++) {
      edits.add(new Replacement(has.get(i), ours.copy(our.get(i))));
    }
    return text(Edits.of(other, edits).apply());
  }

  private static boolean pick(boolean before, boolean our, boolean their) {
    return our == before ? their : our;
  }

  private static SourceText text(byte[] bytes) {
    return SourceText.of("", "", bytes);
  }

  private static boolean isPure(SourceText text, LineEnding ending) {
    return Arrays.equals(text.copy(new Span(0, text.length()), ending), text.bytes());
  }

  private static boolean isMarked(SourceText text) {
    return text.start() > 0;
  }

  private static boolean isOpen(SourceText text) {
    return !text.isEmpty() && !Ascii.isBreak(text.bytes()[text.length() - 1]);
  }

  private static SourceText body(SourceText text, boolean converted, LineEnding ending) {
    Span body = new Span(text.start(), text.length());
    byte[] bytes = converted ? text.copy(body, LineEnding.LF) : text.copy(body);
    if (isOpen(text)) {
      byte[] end = TextLines.bytes(converted ? "\n" : ending.text());
      int length = bytes.length;
      bytes = Arrays.copyOf(bytes, length + end.length);
      System.arraycopy(end, 0, bytes, length, end.length);
    }
    return text(bytes);
  }

  /** How lines end while they are compared. */
  String newLine() {
    return converted ? "\n" : ending.text();
  }

  SourceText read(byte[] result) {
    return text(result);
  }

  /** The bytes of the file. */
  byte[] written(byte[] result) {
    SourceText text = text(result);
    Span all = new Span(0, text.length());
    byte[] body = converted ? text.copy(all, ending) : result;
    if (!mark) {
      return body;
    }
    byte[] marked = Arrays.copyOf(MARK, MARK.length + body.length);
    System.arraycopy(body, 0, marked, MARK.length, body.length);
    return marked;
  }
}
