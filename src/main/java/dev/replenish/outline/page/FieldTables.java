package dev.replenish.outline.page;

import dev.replenish.outline.words.NormalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tables that hold fields of their headings: they have two columns, and the names in the
 * first one recur in such tables of other headings of the level (docs/reference/unmarked.md,
 * "Tables").
 */
public final class FieldTables {
  private static final int MIN_ROWS = 2;

  private final Outline outline;
  private final boolean backlog;
  private final Map<Section, List<Table>> tables = new LinkedHashMap<>();
  private final Map<Integer, Map<String, Integer>> uses = new HashMap<>();
  private final Set<Integer> movedLevels = new HashSet<>();

  private FieldTables(Outline outline, boolean backlog) {
    this.outline = outline;
    this.backlog = backlog;
  }

  /**
   * Records in the sections of {@code outline} which of their tables hold fields.
   *
   * @param backlog whether the document may hold much besides tasks
   */
  public static void mark(Outline outline, boolean backlog) {
    FieldTables found = new FieldTables(outline, backlog);
    found.visit();
    found.tables.forEach(found::mark);
  }

  private void visit() {
    List<Section> open = new ArrayList<>(List.of(outline.root()));
    while (!open.isEmpty()) {
      Section section = open.remove(open.size() - 1);
      open.addAll(section.children);
      if (AuditComments.of(outline, section).hasMoved(AuditComments.Tasks.HEADINGS)) {
        movedLevels.add(section.level + 1);
      }
      if (!section.isRoot() && !section.isDocumentTitle()) {
        gather(section);
      }
    }
  }

  private void gather(Section section) {
    List<Table> own = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = section.from; i < section.ownEnd(); i++) {
      Table table = Table.at(outline, section, i).orElse(null);
      if (table != null) {
        i = table.end() - 1;
        if (mayHoldFields(table)) {
          own.add(table);
          names.addAll(names(outline, table));
        }
      }
    }
    if (!own.isEmpty()) {
      tables.put(section, own);
    }
    Map<String, Integer> level = uses.computeIfAbsent(section.level, l -> new HashMap<>());
    names.forEach(name -> level.merge(name, 1, Integer::sum));
  }

  private boolean mayHoldFields(Table table) {
    return table.columns().size() == 2
        && table.end() - table.head() - 2 >= MIN_ROWS
        && outline.line(table.head()).depth() == 0
        && !table.hasTaskColumn(outline);
  }

  /** The first cells of the rows of {@code table}: the names of the fields, if it holds fields. */
  public static List<String> names(Outline outline, Table table) {
    List<String> names = new ArrayList<>();
    for (int i = table.head() + 2; i < table.end(); i++) {
      names.add(NormalizedText.words(table.text(outline, i, 0)));
    }
    return names;
  }

  private void mark(Section section, List<Table> own) {
    section.fieldTables.addAll(own.stream().filter(table -> holdsFields(section, table)).toList());
  }

  /**
   * Whether a table that may hold fields does: most of its names recur, headings of its level were
   * moved, or, outside of a backlog, text follows it.
   */
  private boolean holdsFields(Section section, Table table) {
    Map<String, Integer> level = uses.getOrDefault(section.level, Map.of());
    List<String> names = names(outline, table);
    long again = names.stream().filter(name -> level.getOrDefault(name, 0) > 1).count();
    return again * 2 > names.size()
        || movedLevels.contains(section.level)
        || (!backlog && hasWordsBelow(section, table));
  }

  private boolean hasWordsBelow(Section section, Table table) {
    int at = outline.firstWritten(table.end(), section.ownEnd());
    return at < section.ownEnd() && outline.line(at).isText();
  }
}
