package dev.replenish.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.app.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates of package managers, filled in as a release does it. */
@Tag("long")
class PackagesTest {
  private static final Path TEMPLATES = Path.of("src/packaging/templates");
  private static final Path STEP =
      Path.of("src/packaging/java/dev/replenish/packaging/Packages.java");
  private static final String REPOSITORY = "https://git.example/team/replenish";
  private static final List<String> PLATFORMS =
      List.of("linux-arm64", "linux-x64", "macos-arm64", "macos-x64", "windows-x64");

  @TempDir Path tmp;

  private static String sum(String platform) {
    return "%08x".formatted(platform.hashCode()).repeat(8);
  }

  private static String address(String platform) {
    return REPOSITORY + "/releases/download/v1/" + platform;
  }

  private String run(Path templates, int exit) throws Exception {
    Path release = tmp.resolve("release");
    Files.write(
        release,
        PLATFORMS.stream().map(each -> each + " " + sum(each) + " " + address(each)).toList());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                STEP.toString(),
                templates.toString(),
                release.toString(),
                Version.current(),
                REPOSITORY,
                tmp.resolve("packages").toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(exit, process.waitFor(), out);
    return out;
  }

  private String text(String file) throws IOException {
    return Files.readString(tmp.resolve("packages").resolve(file));
  }

  private JsonObject json(String file) throws IOException {
    return JsonParser.parseString(text(file)).getAsJsonObject();
  }

  @Test
  void everyTemplateIsFilledIn() throws Exception {
    run(TEMPLATES, 0);
    try (Stream<Path> files = Files.walk(tmp.resolve("packages"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file).contains("{{"), file.toString());
      }
    }
    npm();
    homebrew();
    JsonObject scoop = json("scoop/replenish.json");
    assertEquals(Version.current(), scoop.get("version").getAsString());
    JsonObject windows = scoop.getAsJsonObject("architecture").getAsJsonObject("64bit");
    assertEquals(sum("windows-x64"), windows.get("hash").getAsString());
    assertEquals(address("windows-x64"), windows.get("url").getAsString());
    String catalog = json("jbang/jbang-catalog.json").toString();
    String jar = REPOSITORY + "/releases/download/v" + Version.current() + "/replenish.jar";
    assertTrue(catalog.contains("\"script-ref\":\"" + jar + "\""), catalog);
    String container = text("container/Dockerfile");
    for (String platform : List.of("linux-x64", "linux-arm64")) {
      String add = "ADD --checksum=sha256:%s \\\n    %s ";
      assertTrue(container.contains(add.formatted(sum(platform), address(platform))), container);
    }
  }

  private void npm() throws IOException {
    JsonObject main = json("npm/replenish/package.json");
    Set<String> optional = new TreeSet<>(main.getAsJsonObject("optionalDependencies").keySet());
    assertEquals(
        PLATFORMS.stream().map(each -> "replenish-" + each).collect(Collectors.toSet()), optional);
    for (String name : optional) {
      JsonObject platform = json("npm/" + name + "/package.json");
      assertEquals(name, platform.get("name").getAsString());
      assertEquals(main.get("version"), platform.get("version"));
      assertEquals(main.getAsJsonObject("optionalDependencies").get(name), platform.get("version"));
      String system = platform.getAsJsonArray("os").get(0).getAsString();
      String expected =
          name.contains("macos") ? "darwin" : name.contains("win") ? "win32" : "linux";
      assertEquals(expected, system);
    }
    String bin = main.getAsJsonObject("bin").get("replenish").getAsString();
    assertTrue(Files.isExecutable(tmp.resolve("packages/npm/replenish").resolve(bin)));
  }

  private void homebrew() throws Exception {
    String formula = text("homebrew/replenish.rb");
    for (String platform : PLATFORMS.subList(0, 4)) {
      String both = "url \"%s\"\n      sha256 \"%s\"".formatted(address(platform), sum(platform));
      assertTrue(formula.contains(both), formula);
    }
    if (isInstalled("ruby")) {
      Process ruby =
          new ProcessBuilder(
                  "ruby", "-wc", tmp.resolve("packages/homebrew/replenish.rb").toString())
              .redirectErrorStream(true)
              .start();
      String out = new String(ruby.getInputStream().readAllBytes(), UTF_8);
      assertEquals("Syntax OK\n", out);
    }
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void unknownPlaceholderFailsRelease() throws Exception {
    Path templates = Files.createDirectories(tmp.resolve("templates"));
    Files.writeString(templates.resolve("one.json"), "{{version}} {{beos-x64.sha256}}");
    assertTrue(run(templates, 1).contains("{{beos-x64.sha256}} is unknown"));
  }
}
