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
 * The definitions that moved tasks need, at the end of the file that the tasks go to.
 *
 * @param from the file that the definitions are in
 * @param spans where they are there
 * @param ending how lines end in the file that they go to
 */
record DefinitionCopies(SourceText from, List<Span> spans, LineEnding ending) {

  DefinitionCopies {
    spans = List.copyOf(spans);
  }

  static DefinitionCopies of(SourceText from, List<Task> tasks, LineEnding ending) {
    return new DefinitionCopies(from, DefinitionLines.neededBy(tasks, from), ending);
  }

  /** The end of a new file. */
  String inNewFile() {
    return spans.isEmpty() ? "" : ending.text() + text(spans);
  }

  /** The edits of {@code file}, in order, with those definitions that it lacks. */
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
    if (!end.atLineStart()) { // the file goes on not ending its last line
      text.setLength(text.length() - newLine.length());
    }
    all.add(Replacement.insert(end.offset(), text.toString()));
    return all;
  }

  private static boolean endsInLink(SourceText file) {
    int last = LineWalk.previous(file.bytes(), file.start(), file.length());
    return DefinitionLines.beginsAt(file, last) && !DefinitionLines.isFootnote(file, last);
  }

  /** A link that is defined right below a footnote would be taken for a part of it. */
  private String text(List<Span> definitions) {
    StringBuilder text = new StringBuilder();
    boolean below = false;
    for (Span span : definitions) {
      boolean footnote = DefinitionLines.isFootnote(from, span.from());
      String lines = new String(from.copy(span, ending), StandardCharsets.UTF_8);
      text.append(below && !footnote ? ending.text() : "").append(ending.end(lines));
      below = footnote;
    }
    return text.toString();
  }
}
