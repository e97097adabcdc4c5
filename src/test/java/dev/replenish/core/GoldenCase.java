package dev.replenish.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.docs.FencedBlocks;
import dev.replenish.rules.BatchFilter;
import dev.replenish.rules.Policy;
import dev.replenish.rules.SelectionRule;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * A test case from a file in {@code src/test/resources}: a board, settings and the expected result,
 * each in a fenced block. {@code -Dreplenish.golden=write} writes the actual result as the expected
 * one, for a person to review.
 */
public final class GoldenCase {
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.golden"));
  private static final String AFTER = "after-";

  /** The names of a board's files, by the kind of their block. */
  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put("backlog", BoardFiles.BACKLOG);
    FILES.put("todo", BoardFiles.TODO);
    FILES.put("archive", BoardFiles.ARCHIVE);
    FILES.put("index", BoardFiles.INDEX);
  }

  private static final Set<String> OTHER_KINDS =
      Set.of("settings", "command", "list", "outcome", "batches", "message");
  private static final Set<String> SETTINGS =
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

  private static final Map<String, List<GoldenCase>> CACHE = new ConcurrentHashMap<>();

  private final Path file;
  private final Map<String, byte[]> blocks = new LinkedHashMap<>();
  private final Properties settings = new Properties();

  private GoldenCase(Path file) {
    this.file = file;
    try {
      FencedBlocks.read(file, this::add, line -> {});
      settings.load(new StringReader(has("settings") ? text("settings") : ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : settings.stringPropertyNames()) {
      assertTrue(SETTINGS.contains(key), file + ": no such setting: " + key);
    }
  }

  private void add(String kind, byte[] block) {
    boolean known =
        OTHER_KINDS.contains(kind) || FILES.containsKey(kind.replaceFirst("^" + AFTER, ""));
    assertTrue(known, file + ": no such kind of block: " + kind);
    assertNull(blocks.put(kind, block), file + " has two blocks " + kind);
  }

  /** The cases of a folder, in the order of their names; each file is read once. */
  public static List<GoldenCase> in(String folder) {
    return CACHE.computeIfAbsent(folder, GoldenCase::read);
  }

  private static List<GoldenCase> read(String folder) {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(GoldenCase::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A test for each case of a folder in each variant that fits. */
  static Stream<DynamicNode> tests(
      String folder, BiPredicate<GoldenCase, Variant> fits, BiConsumer<GoldenCase, Variant> test) {
    return in(folder).stream()
        .map(
            golden ->
                DynamicContainer.dynamicContainer(
                    golden.name(),
                    Stream.of(Variant.values())
                        .filter(variant -> fits.test(golden, variant))
                        .map(
                            variant ->
                                DynamicTest.dynamicTest(
                                    variant.name(), () -> test.accept(golden, variant)))));
  }

  public String name() {
    return file.getFileName().toString().replaceFirst("\\.md$", "");
  }

  /** Whether the case has a block of that kind. */
  public boolean has(String kind) {
    return blocks.containsKey(kind);
  }

  /** The text of the block of that kind. */
  String text(String kind) {
    return new String(block(kind), UTF_8);
  }

  private byte[] block(String kind) {
    assertTrue(has(kind), file + " has no block " + kind);
    return blocks.get(kind);
  }

  /** The lines of the block {@code command}. */
  List<String> commands() {
    return text("command").lines().toList();
  }

  /** The files of the board. */
  public Map<String, byte[]> before() {
    return files("");
  }

  /** The expected files: those with an {@code after-} block, and the others unchanged. */
  Map<String, byte[]> after() {
    Map<String, byte[]> after = before();
    after.putAll(files(AFTER));
    return after;
  }

  private Map<String, byte[]> files(String prefix) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    FILES.forEach(
        (kind, name) -> {
          if (has(prefix + kind)) {
            files.put(name, blocks.get(prefix + kind));
          }
        });
    return files;
  }

  /** Writes an actual text as the expected one if {@code -Dreplenish.golden=write} is set. */
  void write(Variant variant, String kind, String text) {
    if (WRITE && variant == Variant.AS_WRITTEN) {
      put(kind, text.getBytes(UTF_8));
    }
  }

  /** The same for the resulting files; an unchanged file has no block. */
  void write(Variant variant, Map<String, byte[]> after) {
    if (WRITE && variant == Variant.AS_WRITTEN) {
      Map<String, byte[]> before = before();
      FILES.forEach(
          (kind, name) -> {
            byte[] bytes = after.get(name);
            if (bytes == null || Arrays.equals(bytes, before.get(name))) {
              remove(AFTER + kind);
            } else {
              put(AFTER + kind, bytes);
            }
          });
    }
  }

  private void put(String kind, byte[] block) {
    try {
      FencedBlocks.write(file, kind, block);
      blocks.put(kind, block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(String kind) {
    try {
      FencedBlocks.remove(file, kind);
      blocks.remove(kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares the resulting files with the expected ones. */
  public void compare(Map<String, byte[]> after) {
    write(Variant.AS_WRITTEN, after);
    assertSame(after(), after);
  }

  /** Asserts that each file has the expected bytes. */
  static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> files) {
    assertEquals(expected.keySet(), files.keySet());
    expected.forEach((name, bytes) -> assertEquals(visible(bytes), visible(files.get(name)), name));
  }

  private static String visible(byte[] bytes) {
    return Variant.text(bytes).replace("\r", "<CR>").replace("\n", "<LF>\n");
  }

  /** Whether the settings state which fields are required. */
  boolean requires() {
    return settings.containsKey("require");
  }

  LocalDate date() {
    return LocalDate.parse(settings.getProperty("date", "2026-02-04"));
  }

  Policy policy() {
    BatchFilter filter =
        new BatchFilter(
            Optional.ofNullable(settings.getProperty("type")),
            Optional.ofNullable(settings.getProperty("priority"))
                .map(word -> Priority.parse(word).orElseThrow()),
            number("max"));
    return new Policy(
        number("batchSize"),
        SelectionRule.valueOf(settings.getProperty("select", "priority").toUpperCase(Locale.ROOT)),
        settings.getProperty("onIncomplete", "skip").equals("stop"),
        require(),
        settings.getProperty("dependencies", "hold").equals("hold"),
        settings.getProperty("auditComment", "true").equals("true"),
        filter,
        Policy.NO_DAY);
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
