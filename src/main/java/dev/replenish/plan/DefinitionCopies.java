package dev.replenish.plan;

import dev.replenish.board.Task;
import dev.replenish.text.LineEnding;
import dev.replenish.text.LineWalk;
import dev.replenish.text.Replacement;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies the link and footnote definitions that moved tasks need to the end of their new file.
 *
 * @param from the file that holds the definitions
 * @param spans their places in that file
 * @param ending the line ending of the file that they go to
 */
record DefinitionCopies(SourceText from, List<Span> spans, LineEnding ending) {

  DefinitionCopies {
    spans = List.copyOf(spans);
  }

  static DefinitionCopies of(SourceText from, List<Task> tasks, LineEnding ending) {
    return new DefinitionCopies(from, DefinitionLines.neededBy(tasks, from), ending);
  }

  /** The definitions as the end of a new file. */
  String inNewFile() {
    return spans.isEmpty() ? "" : ending.text() + text(spans);
  }

  /** The {@code edits} of {@code file}, in order, with those definitions that it lacks. */
  List<Replacement> with(List<Replacement> edits, SourceText file) {
    List<Span> lacking = DefinitionLines.missingIn(file, from, spans);
    if (lacking.isEmpty()) {
      return edits;
    }
    List<Replacement> all = new ArrayList<>(edits);
    Neighbours end = new Neighbours(file, file.length());
    String newLine = ending.text();
    StringBuilder text = new StringBuilder();
    Replacement last = edits.get(edits.size() - 1);
    if (last.span().from() == end.offset()) {
      all.remove(last);
      text.append(new String(last.bytes(), StandardCharsets.UTF_8));
      text.append(end.atLineStart() ? "" : newLine).append(newLine);
    } else {
      text.append(end.atLineStart() ? "" : newLine);
      text.append(end.blankBefore() || endsInLink(file) ? "" : newLine);
    }
    text.append(text(lacking));
    if (!end.atLineStart()) { // the file still has no final line break
      text.setLength(text.length() - newLine.length());
    }
    all.add(Replacement.insert(end.offset(), text.toString()));
    return all;
  }

  private static boolean endsInLink(SourceText file) {
    int last = LineWalk.previous(file.bytes(), file.start(), file.length());
    return DefinitionLines.beginsAt(file, last) && !DefinitionLines.isFootnote(file, last);
  }

  /**
   * The lines of {@code definitions}. A blank line separates a link from a footnote above it, which
   * would otherwise include it.
   */
  private String text(List<Span> definitions) {
    StringBuilder text = new StringBuilder();
    boolean belowFootnote = false;
    for (Span span : definitions) {
      boolean footnote = DefinitionLines.isFootnote(from, span.from());
      String lines = new String(from.copy(span, ending), StandardCharsets.UTF_8);
      text.append(belowFootnote && !footnote ? ending.text() : "").append(ending.end(lines));
      belowFootnote = footnote;
    }
    return text.toString();
  }
}
