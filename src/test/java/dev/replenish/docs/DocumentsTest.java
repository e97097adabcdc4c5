package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents link to and name only what exists. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE_NAME =
      Pattern.compile("`((?:[a-z]+[./])+)([A-Z]\\w+)(?:\\.java|\\.txt|#\\w+)?`");
  private static final List<String> FOR_CONTRIBUTORS =
      List.of("CONTRIBUTING.md", "docs/architecture.md", "docs/testing.md");

  private static String text(String document) throws IOException {
    return Files.readString(Path.of(document), UTF_8);
  }

  /** The lines of a document that are not in a fence. */
  private static List<String> prose(Path document) throws IOException {
    List<String> lines = new ArrayList<>();
    String fence = "";
    for (String line : Files.readAllLines(document, UTF_8)) {
      Matcher marker = Pattern.compile("\\s*(`{3,})(.*)").matcher(line);
      if (!fence.isEmpty()) {
        fence = line.strip().equals(fence) ? "" : fence;
      } else if (marker.matches()) {
        fence = marker.group(1);
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The anchors that GitHub gives to a document's headings. */
  private static Set<String> anchors(Path document) throws IOException {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String line : prose(document)) {
      if (line.matches("#{1,6} .*")) {
        String title = line.replaceFirst("#+ ", "").strip().toLowerCase(Locale.ROOT);
        String slug = title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
        int count = seen.merge(slug, 1, Integer::sum);
        anchors.add(count == 1 ? slug : slug + "-" + (count - 1));
      }
    }
    return anchors;
  }

  @Test
  void linksHaveTargets() throws IOException {
    List<String> missing = new ArrayList<>();
    int count = 0;
    for (Path document : Documents.all()) {
      String text = String.join("\n", prose(document)).replaceAll("`[^`\n]*`", "");
      Matcher found = LINK.matcher(text);
      for (; found.find(); count++) {
        String target = found.group(1);
        if (!target.contains("://") && !hasTarget(document, target)) {
          missing.add(document + ": " + target);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(count > 100, "only " + count);
  }

  private static boolean hasTarget(Path document, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.exists(file)
        && (parts.length == 1 || (Files.isRegularFile(file) && anchors(file).contains(parts[1])));
  }

  @Test
  void everyPageIsReachableFromTheReadme() throws IOException {
    Set<Path> reached = new TreeSet<>();
    List<Path> next = new ArrayList<>(List.of(Path.of("README.md")));
    while (!next.isEmpty()) {
      Path document = next.remove(0);
      if (reached.add(document) && document.toString().endsWith(".md")) {
        Matcher found = LINK.matcher(String.join("\n", prose(document)));
        while (found.find()) {
          String target = found.group(1).replaceFirst("#.*", "");
          if (!target.isEmpty() && !target.contains("://")) {
            Path file = document.resolveSibling(target).normalize();
            Path index = file.resolve("README.md");
            next.add(Files.isDirectory(file) && Files.exists(index) ? index : file);
          }
        }
      }
    }
    Set<Path> left = new TreeSet<>(Documents.all());
    left.removeAll(reached);
    assertEquals(Set.of(), left);
  }

  @ParameterizedTest
  @CsvSource({"README.md, 8192", "TASKS.md, 8192", "CONTRIBUTING.md, 4096"})
  void firstPagesAreShort(Path document, long limit) throws IOException {
    assertTrue(
        Files.size(document) <= limit, () -> document + " has more than " + limit + " bytes");
  }

  @Test
  void classesNamedForContributorsExist() throws IOException {
    Set<String> known = new HashSet<>();
    for (String tree : List.of("src/main/java", "src/test/java", "src/jar/java")) {
      try (Stream<Path> files = Files.walk(Path.of(tree))) {
        files.forEach(file -> known.add(file.toString().replace('\\', '/')));
      }
    }
    List<Path> documents = new ArrayList<>(FOR_CONTRIBUTORS.stream().map(Path::of).toList());
    Documents.all().stream().filter(d -> d.startsWith("docs/decisions")).forEach(documents::add);
    List<String> missing = new ArrayList<>();
    int count = 0;
    for (Path document : documents) {
      Matcher found = CODE_NAME.matcher(Files.readString(document, UTF_8));
      for (; found.find(); count++) {
        String path = found.group(1).replace('.', '/') + found.group(2);
        String end = "/dev/replenish/" + path + ".java";
        if (known.stream().noneMatch(file -> file.endsWith(end))) {
          missing.add(document + ": " + found.group());
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(count > 50, "only " + count);
  }

  @Test
  void everyPackageIsInTheArchitectureDocument() throws IOException {
    String architecture = text("docs/architecture.md");
    try (Stream<Path> packages = Files.list(Path.of("src/main/java/dev/replenish"))) {
      for (Path each : packages.filter(Files::isDirectory).toList()) {
        assertTrue(architecture.contains("| `" + each.getFileName() + "` |"), each.toString());
      }
    }
  }

  @Test
  void everyDecisionIsInTheListOfDecisions() throws IOException {
    String list = text("docs/decisions/README.md");
    for (Path each : Documents.all()) {
      if (each.startsWith("docs/decisions") && !each.endsWith("README.md")) {
        String title = Files.readAllLines(each, UTF_8).get(0).replaceFirst("# \\d+\\. ", "");
        assertTrue(
            list.contains("| [" + title + "](" + each.getFileName() + ") |"), each::toString);
      }
    }
  }

  @Test
  void everyExampleIsInTheListOfExamples() throws IOException {
    String list = text("examples/README.md");
    try (Stream<Path> examples = Files.list(Path.of("examples"))) {
      for (Path each : examples.filter(Files::isDirectory).toList()) {
        assertTrue(list.contains("(" + each.getFileName() + ")"), each.toString());
      }
    }
  }

  @Test
  void thisVersionIsInTheChangelog() throws IOException {
    assertTrue(text("CHANGELOG.md").contains("## [" + Version.current() + "]"));
  }
}
