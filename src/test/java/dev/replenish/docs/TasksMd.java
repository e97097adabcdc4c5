package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code TASKS.md} as data: its sections, and its numbered examples in four-backtick fences with
 * info strings such as {@code backlog example=12}.
 */
final class TasksMd {
  static final Path FILE = Path.of("TASKS.md");

  private static final Pattern FENCE = Pattern.compile("````([a-z-]+) example=(\\d+)");

  private final Map<String, String> sections = new LinkedHashMap<>();
  private final Map<Integer, Map<String, String>> examples = new TreeMap<>();
  private final Map<Integer, String> sectionOf = new TreeMap<>();

  /** Reads the document. */
  static TasksMd read() throws IOException {
    TasksMd document = new TasksMd();
    String section = "";
    StringBuilder block = null;
    Matcher open = null;
    for (String line : Files.readAllLines(FILE, UTF_8)) {
      if (block != null) {
        if (line.equals("````")) {
          document.put(section, open, block);
          block = null;
        } else {
          block.append(line).append('\n');
        }
        continue;
      }
      open = FENCE.matcher(line);
      if (open.matches()) {
        block = new StringBuilder();
      } else if (line.startsWith("## ") || line.startsWith("### ")) {
        section = line.replaceFirst("#+ (\\d+\\. )?", "").replace("`", "");
        if (document.sections.put(section, "") != null) {
          throw new AssertionError("two sections are called " + section);
        }
      } else {
        document.sections.merge(section, line + "\n", String::concat);
      }
    }
    return document;
  }

  private void put(String section, Matcher open, StringBuilder block) {
    int number = Integer.parseInt(open.group(2));
    sectionOf.put(number, section);
    String old =
        examples
            .computeIfAbsent(number, n -> new LinkedHashMap<>())
            .put(open.group(1), block.toString());
    if (old != null) {
      throw new AssertionError("example " + number + " has two blocks " + open.group(1));
    }
  }

  /** Heading to text, without examples; levels 2 and 3. */
  Map<String, String> sections() {
    return sections;
  }

  /** Number to kind of block to text. */
  Map<Integer, Map<String, String>> examples() {
    return examples;
  }

  /** The numbers of the examples in a section. */
  List<Integer> examplesIn(String section) {
    List<Integer> numbers = new ArrayList<>();
    sectionOf.forEach(
        (number, name) -> {
          if (name.equals(section)) {
            numbers.add(number);
          }
        });
    return numbers;
  }

  /** Writes {@code text} into the block of that kind, where the document has one. */
  static void write(int example, String kind, String text) throws IOException {
    List<String> lines = Files.readAllLines(FILE, UTF_8);
    int from = lines.indexOf("````" + kind + " example=" + example);
    if (from < 0) {
      return;
    }
    int to = lines.subList(from, lines.size()).indexOf("````") + from;
    List<String> now = new ArrayList<>(lines.subList(0, from + 1));
    text.lines().forEach(now::add);
    now.addAll(lines.subList(to, lines.size()));
    Files.writeString(FILE, String.join("\n", now) + "\n", UTF_8);
  }
}
