package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code TASKS.md} as data: its sections, and its numbered examples in {@link FencedBlocks} with
 * keys such as {@code backlog example=12}.
 */
final class TasksMd {
  static final Path FILE = Path.of("TASKS.md");

  private static final Pattern EXAMPLE = Pattern.compile("([a-z-]+) example=(\\d+)");

  private final Map<String, String> sections = new LinkedHashMap<>();
  private final Map<Integer, Map<String, String>> examples = new TreeMap<>();
  private final Map<Integer, String> sectionOf = new TreeMap<>();
  private String section = "";

  /** Reads the document. */
  static TasksMd read() throws IOException {
    TasksMd document = new TasksMd();
    FencedBlocks.read(FILE, document::put, document::add);
    return document;
  }

  private void add(String line) {
    if (line.startsWith("## ") || line.startsWith("### ")) {
      section = line.replaceFirst("#+ (\\d+\\. )?", "").replace("`", "");
      if (sections.put(section, "") != null) {
        throw new AssertionError("two sections are called " + section);
      }
    } else {
      sections.merge(section, line + "\n", String::concat);
    }
  }

  private void put(String key, byte[] block) {
    Matcher example = EXAMPLE.matcher(key);
    if (!example.matches()) {
      throw new AssertionError("no block of an example: " + key);
    }
    int number = Integer.parseInt(example.group(2));
    sectionOf.put(number, section);
    String old =
        examples
            .computeIfAbsent(number, n -> new LinkedHashMap<>())
            .put(example.group(1), new String(block, UTF_8));
    if (old != null) {
      throw new AssertionError("example " + number + " has two blocks " + example.group(1));
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

  /** Writes {@code text} into the block of that kind. */
  static void write(int example, String kind, String text) throws IOException {
    FencedBlocks.write(FILE, kind + " example=" + example, text.getBytes(UTF_8));
  }
}
