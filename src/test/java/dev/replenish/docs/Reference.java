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
import java.util.stream.Stream;

/**
 * The pages of {@code docs/reference} as data: their sections, and their numbered examples in
 * {@link FencedBlocks} with keys such as {@code backlog example=12}.
 */
final class Reference {
  static final Path FOLDER = Path.of("docs/reference");

  private static final Pattern EXAMPLE = Pattern.compile("([a-z-]+) example=(\\d+)");
  private static final Pattern HEADING = Pattern.compile("#{1,3} .*");

  private final Map<String, String> sections = new LinkedHashMap<>();
  private final Map<Integer, Map<String, String>> examples = new TreeMap<>();
  private final Map<Integer, String> sectionOf = new TreeMap<>();
  private final Map<String, Path> pageOf = new TreeMap<>();
  private String section = "";

  /** Reads all pages. */
  static Reference read() throws IOException {
    Reference reference = new Reference();
    for (Path page : pages()) {
      reference.section = "";
      FencedBlocks.read(page, reference::put, line -> reference.add(page, line));
    }
    return reference;
  }

  /** The pages, in the order of their names. */
  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private void add(Path page, String line) {
    if (HEADING.matcher(line).matches()) {
      section = line.replaceFirst("#+ ", "").replace("`", "");
      pageOf.put(section, page);
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

  /** Whether {@code page} is there and has a section of that name. */
  boolean has(String page, String section) {
    return Path.of(page).equals(pageOf.get(section));
  }

  /** Heading to text, without examples. */
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

  /** Writes {@code text} into the block of that kind, where a page has one. */
  static void write(int example, String kind, String text) throws IOException {
    String key = kind + " example=" + example;
    for (Path page : pages()) {
      List<String> keys = new ArrayList<>();
      FencedBlocks.read(page, (found, block) -> keys.add(found), line -> {});
      if (keys.contains(key)) {
        FencedBlocks.write(page, key, text.getBytes(UTF_8));
      }
    }
  }
}
