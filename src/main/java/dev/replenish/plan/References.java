package dev.replenish.plan;

import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which definitions of a page texts refer to. A parser says what is a reference; it sees
 * these texts and the labels and nothing else of the page.
 */
final class References {
  private static final int LONGEST = 200_000;

  private final Map<String, Span> definitions;
  private final Parser parser = Parser.builder().build();
  private final String labels;

  /** References to {@code definitions}, by their labels as {@link #normal} makes them. */
  References(Map<String, Span> definitions) {
    this.definitions = definitions;
    StringBuilder all = new StringBuilder("\n\n");
    definitions.keySet().forEach(label -> all.append('[').append(label).append("]: x\n"));
    labels = all.toString();
  }

  /** A label in the form in which two of the same name are equal. */
  static String normal(String label) {
    return Escaping.normalizeReference(label, true);
  }

  /** The labels that {@code texts} refer to, and those that their definitions refer to. */
  Set<String> in(SourceText source, List<Span> texts) {
    Set<String> needed = new LinkedHashSet<>();
    Deque<Span> open = new ArrayDeque<>(texts);
    while (!open.isEmpty()) {
      for (String label : in(source.text(open.pop()).strip())) {
        Span definition = definitions.get(label);
        if (definition != null && needed.add(label)) {
          open.add(DefinitionLines.value(source, definition));
        }
      }
    }
    return needed;
  }

  private Set<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    if (text.length() <= LONGEST) {
      Document page = parser.parse(text + labels);
      for (Node node : page.getDescendants()) {
        if (node instanceof RefNode reference) {
          Reference defined = reference.getReferenceNode(page);
          if (defined != null) {
            found.add(normal(defined.getReference().toString()));
          }
        }
      }
    }
    return found;
  }
}
