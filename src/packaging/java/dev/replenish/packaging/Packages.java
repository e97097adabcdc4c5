package dev.replenish.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills in the templates of package managers for a release.
 *
 * <p>Arguments: the folder of the templates; the file with the archives, a line "PLATFORM SHA-256
 * ADDRESS" each; the version; the address of the repository; the folder to write to.
 */
public final class Packages {
  private static final Pattern NAME = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
  private static final String OF_PLATFORM = "npm/platform";
  private static final Map<String, String> SYSTEMS =
      Map.of("linux", "linux", "macos", "darwin", "windows", "win32");

  private final Path templates;
  private final Path target;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> platforms = new ArrayList<>();

  private Packages(Path templates, Path target) {
    this.templates = templates;
    this.target = target;
  }

  public static void main(String[] args) throws IOException {
    Packages packages = new Packages(Path.of(args[0]), Path.of(args[4]));
    packages.values.put("version", args[2]);
    packages.values.put("repository", args[3]);
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      packages.archive(line.split(" "));
    }
    packages.write();
  }

  private void archive(String[] words) {
    platforms.add(words[0]);
    values.put(words[0] + ".sha256", words[1]);
    values.put(words[0] + ".address", words[2]);
  }

  private void write() throws IOException {
    try (Stream<Path> all = Files.walk(templates)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path name = templates.relativize(file);
        if (name.startsWith(OF_PLATFORM)) {
          for (String platform : platforms) {
            String[] parts = platform.split("-");
            Map<String, String> more = new HashMap<>(values);
            more.put("platform", platform);
            more.put("os", SYSTEMS.get(parts[0]));
            more.put("cpu", parts[1]);
            Path folder = Path.of("npm", "replenish-" + platform);
            fill(file, target.resolve(folder).resolve(file.getFileName()), more);
          }
        } else if (!name.equals(Path.of("README.md"))) {
          fill(file, target.resolve(name), values);
        }
      }
    }
  }

  private static void fill(Path template, Path file, Map<String, String> values)
      throws IOException {
    String filled =
        NAME.matcher(Files.readString(template))
            .replaceAll(
                found -> {
                  String value = values.get(found.group(1));
                  if (value == null) {
                    throw new IllegalStateException(
                        template + ": " + found.group() + " is unknown");
                  }
                  return Matcher.quoteReplacement(value);
                });
    Files.createDirectories(file.getParent());
    Files.write(file, filled.getBytes(StandardCharsets.UTF_8));
    file.toFile().setExecutable(Files.isExecutable(template), false);
  }
}
