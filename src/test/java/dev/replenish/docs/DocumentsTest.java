package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents name what is there. */
class DocumentsTest {
  private static final List<String> DOCUMENTS =
      List.of("README.md", "TASKS.md", "CONTRIBUTING.md", "CHANGELOG.md");

  private static String text(String document) throws IOException {
    return Files.readString(Path.of(document), UTF_8);
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#: ]+)(#[^)]*)?\\)");
    List<String> lost = new ArrayList<>();
    for (String document : DOCUMENTS) {
      String prose = text(document).replaceAll("(?s)````.*?\n````", "");
      Matcher found = link.matcher(prose);
      while (found.find()) {
        if (!Files.exists(Path.of(found.group(1)))) {
          lost.add(document + ": " + found.group(1));
        }
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  void classesAndFilesThatContributorsAreSentToExist() throws IOException {
    Matcher found =
        Pattern.compile("`((?:\\w+/)+\\w+\\.(?:java|txt))`").matcher(text("CONTRIBUTING.md"));
    while (found.find()) {
      Path file = Path.of("src/main/java/dev/replenish", found.group(1));
      assertTrue(Files.exists(file), file.toString());
    }
  }

  @Test
  void everyPackageIsInTheHouse() throws IOException {
    String house = text("CONTRIBUTING.md");
    try (Stream<Path> packages = Files.list(Path.of("src/main/java/dev/replenish"))) {
      for (Path each : packages.filter(Files::isDirectory).toList()) {
        assertTrue(house.contains("| `" + each.getFileName() + "` |"), each.toString());
      }
    }
  }

  @Test
  void everyExampleIsInTheReadme() throws IOException {
    String readme = text("README.md");
    try (Stream<Path> examples = Files.list(Path.of("examples"))) {
      for (Path each : examples.filter(Files::isDirectory).toList()) {
        assertTrue(readme.contains("(" + each + ")"), each.toString());
      }
    }
  }

  @Test
  void thisVersionIsInTheChangelog() throws IOException {
    assertTrue(text("CHANGELOG.md").contains("## [" + Version.current() + "]"));
  }
}
