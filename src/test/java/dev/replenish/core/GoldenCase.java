package dev.replenish.core;

import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.rules.Narrowing;
import dev.replenish.rules.Policy;
import dev.replenish.rules.Select;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** One folder of {@code golden/}: a board, the settings, and what is to come of it. */
final class GoldenCase {
  private static final List<String> NAMES =
      List.of(BoardFiles.BACKLOG, BoardFiles.TODO, BoardFiles.ARCHIVE, BoardFiles.INDEX);
  private static final Set<String> KEYS =
      Set.of(
          "date",
          "batchSize",
          "select",
          "onIncomplete",
          "require",
          "dependencies",
          "auditComment",
          "type",
          "priority",
          "max");

  private final Path folder;
  private final Properties settings = new Properties();

  GoldenCase(Path folder) {
    this.folder = folder;
    Path file = folder.resolve("settings.properties");
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        settings.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (String key : settings.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(file + ": no such setting: " + key);
      }
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  Map<String, byte[]> before() {
    return read(folder);
  }

  /** The files that are expected: those in {@code expected/}, and the others as they were. */
  Map<String, byte[]> after() {
    Map<String, byte[]> after = new LinkedHashMap<>(before());
    after.putAll(read(folder.resolve("expected")));
    return after;
  }

  String plan() {
    return text("expected/plan.txt");
  }

  /** The text of one of its files. */
  String text(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether its settings say which fields are required. */
  boolean requires() {
    return settings.containsKey("require");
  }

  /** The lines of {@code command.txt}. */
  List<String> commands() {
    try {
      return Files.readAllLines(folder.resolve("command.txt"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes what came out the expectation, for a person to look over. */
  void write(BoardFiles result, String plan) {
    try {
      Path expected = Files.createDirectories(folder.resolve("expected"));
      Files.writeString(expected.resolve("plan.txt"), plan);
      Map<String, byte[]> before = before();
      for (String name : NAMES) {
        byte[] after = result.files().get(name);
        if (after == null || Arrays.equals(after, before.get(name))) {
          Files.deleteIfExists(expected.resolve(name));
        } else {
          Files.write(expected.resolve(name), after);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> read(Path folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        try {
          files.put(name, Files.readAllBytes(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  LocalDate date() {
    return LocalDate.parse(settings.getProperty("date", "2026-02-04"));
  }

  Policy policy() {
    Narrowing narrowing =
        new Narrowing(
            Optional.ofNullable(settings.getProperty("type")),
            Optional.ofNullable(settings.getProperty("priority"))
                .map(word -> Priority.parse(word).orElseThrow()),
            number("max"));
    return new Policy(
        number("batchSize"),
        Select.valueOf(settings.getProperty("select", "priority").toUpperCase(Locale.ROOT)),
        settings.getProperty("onIncomplete", "skip").equals("stop"),
        require(),
        settings.getProperty("dependencies", "hold").equals("hold"),
        settings.getProperty("auditComment", "true").equals("true"),
        narrowing);
  }

  private int number(String key) {
    return Integer.parseInt(settings.getProperty(key, "5"));
  }

  private Set<FieldName> require() {
    Set<FieldName> names = new HashSet<>();
    for (String word : settings.getProperty("require", "plan,effort,documentation").split(",")) {
      if (!word.isBlank()) {
        names.add(FieldName.valueOf(word.strip().toUpperCase(Locale.ROOT)));
      }
    }
    return names;
  }
}
