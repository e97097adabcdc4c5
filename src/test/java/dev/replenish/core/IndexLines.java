package dev.replenish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The entries of an index and their lines, read line by line, by markers and labels alone. */
final class IndexLines {
  private static final Pattern LOCATION =
      Pattern.compile("(?i)[-* ]*location\\**:.*\\bTODO\\.md\\b.*");
  private static final Pattern STATUS =
      Pattern.compile("(?i)[-* ]*status\\**:[* ]*(todo|open)\\b.*");

  private final boolean exists;
  private final List<List<String>> entries = new ArrayList<>();
  private final List<String> between = new ArrayList<>();

  IndexLines(BoardFiles files) {
    exists = files.files().containsKey(BoardFiles.INDEX);
    List<String> entry = null;
    boolean comment = false;
    for (String line : Run.lines(files, BoardFiles.INDEX)) {
      comment = (comment || line.startsWith("<!--")) && !line.contains("-->");
      if (line.startsWith("## index_entry_begin") && !comment) {
        entry = new ArrayList<>();
      }
      boolean separator = line.isBlank() || line.equals("---");
      if (entry != null) {
        entry.add(line);
      } else if (!separator) {
        between.add(line);
      }
      if (line.startsWith("## index_entry_end") && entry != null) {
        entries.add(entry);
        entry = null;
      }
    }
  }

  private static boolean isAbout(List<String> entry, String id) {
    return entry.stream().anyMatch(line -> line.contains("[id:" + id + "]"));
  }

  /** Asserts that entries of moved tasks are correct, and that all other text is unchanged. */
  void check(IndexLines after, List<String> moved) {
    assertEquals(exists, after.exists, "an index is neither made nor removed");
    if (!exists) {
      return;
    }
    assertEquals(between, after.between, "text between entries");
    assertEquals(others(moved), after.others(moved), "entries of other tasks");
    for (String id : moved) {
      List<List<String>> own = after.entries.stream().filter(e -> isAbout(e, id)).toList();
      long count = entries.stream().filter(e -> isAbout(e, id)).count();
      assertEquals(Math.max(1, count), own.size(), "entries of " + id);
      for (List<String> entry : own) {
        assertTrue(entry.stream().anyMatch(LOCATION.asMatchPredicate()), "location: " + entry);
        assertTrue(entry.stream().anyMatch(STATUS.asMatchPredicate()), "status: " + entry);
      }
    }
  }

  private List<List<String>> others(List<String> ids) {
    return entries.stream()
        .filter(entry -> ids.stream().noneMatch(id -> isAbout(entry, id)))
        .toList();
  }
}
