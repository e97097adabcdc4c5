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
 * Finds the definitions of a page that some texts refer to. A parser decides what is a reference;
 * it gets only these texts and the labels.
 */
final class References {
  private static final int LONGEST = 200_000;

  private final Map<String, Span> definitions;
  private final Parser parser = Parser.builder().build();
  private final String labels;

  /** Finds references to {@code definitions}, which are keyed by their {@link #normal} labels. */
  References(Map<String, Span> definitions) {
    this.definitions = definitions;
    StringBuilder all = new StringBuilder("\n\n");
    definitions.keySet().forEach(label -> all.append('[').append(label).append("]: x\n"));
    labels = all.toString();
  }

  /** The normalized label: equal if two labels have the same name. */
  static String normal(String label) {
    return Escaping.normalizeReference(label, true);
  }

  /** The labels that {@code texts} refer to, directly or through other definitions. */
  Set<String> in(SourceText source, List<Span> texts) {
    Set<String> needed = new LinkedHashSet<>();
    Deque<Span> pending = new ArrayDeque<>(texts);
    while (!pending.isEmpty()) {
      for (String label : in(source.text(pending.pop()).strip())) {
        Span definition = definitions.get(label);
        if (definition != null && needed.add(label)) {
          pending.add(DefinitionLines.value(source, definition));
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
