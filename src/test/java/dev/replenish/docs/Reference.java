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
 * four-backtick fences with info strings such as {@code backlog example=12}.
 */
final class Reference {
  static final Path FOLDER = Path.of("docs/reference");

  private static final Pattern FENCE = Pattern.compile("````([a-z-]+) example=(\\d+)");
  private static final Pattern HEADING = Pattern.compile("#{1,3} .*");

  private final Map<String, String> sections = new LinkedHashMap<>();
  private final Map<Integer, Map<String, String>> examples = new TreeMap<>();
  private final Map<Integer, String> sectionOf = new TreeMap<>();
  private final Map<String, Path> pageOf = new TreeMap<>();

  /** Reads all pages. */
  static Reference read() throws IOException {
    Reference reference = new Reference();
    for (Path page : pages()) {
      reference.add(page);
    }
    return reference;
  }

  /** The pages, in the order of their names. */
  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private void add(Path page) throws IOException {
    String section = "";
    StringBuilder block = null;
    Matcher open = null;
    for (String line : Files.readAllLines(page, UTF_8)) {
      if (block != null) {
        if (line.equals("````")) {
          put(section, open, block);
          block = null;
        } else {
          block.append(line).append('\n');
        }
        continue;
      }
      open = FENCE.matcher(line);
      if (open.matches()) {
        block = new StringBuilder();
      } else if (HEADING.matcher(line).matches()) {
        section = line.replaceFirst("#+ ", "").replace("`", "");
        pageOf.put(section, page);
        if (sections.put(section, "") != null) {
          throw new AssertionError("two sections are called " + section);
        }
      } else {
        sections.merge(section, line + "\n", String::concat);
      }
    }
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
    for (Path page : pages()) {
      write(page, example, kind, text);
    }
  }

  private static void write(Path page, int example, String kind, String text) throws IOException {
    List<String> lines = Files.readAllLines(page, UTF_8);
    int from = lines.indexOf("````" + kind + " example=" + example);
    if (from < 0) {
      return;
    }
    int to = lines.subList(from, lines.size()).indexOf("````") + from;
    List<String> now = new ArrayList<>(lines.subList(0, from + 1));
    text.lines().forEach(now::add);
    now.addAll(lines.subList(to, lines.size()));
    Files.writeString(page, String.join("\n", now) + "\n", UTF_8);
  }
}
