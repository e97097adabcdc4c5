package dev.replenish.outline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The word lists are complete, normalized and unambiguous. */
class WordListsTest {
  private static final List<String> KINDS =
      List.of(
          "level", "value", "status", "topic", "column", "group", "inform", "nothing", "task",
          "ledger", "answer", "horizon", "kind", "matter", "story", "wish");
  private static final List<String> LEVELS = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW");
  private static final List<String> STATUSES =
      List.of("TODO", "IN_PROGRESS", "BLOCKED", "DONE", "REJECTED");
  private static final List<String> COLUMNS =
      List.of("TITLE", "DESCRIPTION", "ID", "PRIORITY", "STATUS", "EFFORT");

  /** The kinds whose meanings decide about a task. */
  private static final Set<String> DECIDING =
      Set.of("level", "value", "status", "topic", "column", "answer");

  private record Entry(String kind, String meaning, String phrase) {
    boolean isPrefix() {
      return phrase.endsWith("*");
    }

    String words() {
      return phrase.replace("*", "").strip();
    }
  }

  static Stream<String> languages() {
    return WordLists.FILES.stream().filter(file -> !file.equals("marks"));
  }

  private static List<Entry> entries(String file) {
    List<Entry> entries = new ArrayList<>();
    for (String line : WordLists.text(file).split("\n")) {
      String[] head = line.substring(0, line.indexOf(':')).split(" ");
      for (String phrase : line.substring(line.indexOf(':') + 1).split(",")) {
        entries.add(new Entry(head[0], head.length > 1 ? head[1] : "", phrase.strip()));
      }
    }
    return entries;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasWordsOfEveryKind(String language) {
    Set<String> kinds = new HashSet<>();
    for (Entry entry : entries(language)) {
      kinds.add(entry.kind());
      kinds.add(entry.kind() + ' ' + entry.meaning());
    }
    Set<String> needed = new HashSet<>(KINDS);
    LEVELS.forEach(level -> needed.add("level " + level));
    STATUSES.forEach(status -> needed.add("status " + status));
    COLUMNS.forEach(column -> needed.add("column " + column));
    Stream.of(Topic.values()).forEach(topic -> needed.add("topic " + topic));
    needed.addAll(List.of("answer DONE", "answer TODO"));
    needed.removeAll(kinds);
    assertEquals(Set.of(), needed);
    assertTrue(kinds.contains("verb") || kinds.contains("last"), language);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void wordsAreWrittenInNormalizedForm(String language) {
    for (Entry entry : entries(language)) {
      String words = entry.words();
      assertEquals(words.replace("'", ""), NormalizedText.words(words), entry.toString());
      assertTrue(!words.isEmpty(), entry.toString());
    }
    assertTrue(WordLists.text(language).endsWith("\n"), language);
  }

  @Test
  void noWordHasTwoMeaningsInOneKind() {
    Map<String, String> meanings = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (String file : WordLists.FILES) {
      for (Entry entry : entries(file)) {
        String word = Dictionary.bare(entry.words().replace("'", ""));
        String key = entry.kind() + (entry.isPrefix() ? " * " : " ") + word;
        String other = meanings.put(key, entry.meaning());
        if (DECIDING.contains(entry.kind()) && other != null && !other.equals(entry.meaning())) {
          twice.add(key + " in " + file + ": " + other + ", " + entry.meaning());
        }
      }
    }
    assertEquals(List.of(), twice);
  }

  @Test
  void everyFileIsRead() throws IOException {
    Path folder = Path.of("src/main/resources/dev/replenish/outline/words");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          WordLists.FILES.stream().map(file -> folder.resolve(file + ".txt")).sorted().toList(),
          files.sorted().toList());
    }
  }
}
