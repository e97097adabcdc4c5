package dev.replenish.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.cli.command.Commands;
import dev.replenish.cli.command.Line;
import dev.replenish.cli.option.Env;
import dev.replenish.cli.option.Globals;
import dev.replenish.docs.Documents;
import dev.replenish.git.NewRepo;
import dev.replenish.git.objects.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

/** The commands and their JSON are as the reference describes them. */
class DocumentedInterfaceTest {
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  @TempDir Path tmp;

  @BeforeEach
  void board() throws IOException {
    Path example = Path.of("examples/small-team/before");
    List<Change> files = new ArrayList<>();
    try (Stream<Path> each = Files.list(example)) {
      for (Path file : each.toList()) {
        files.add(new Change(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    NewRepo.create(tmp, files, "docs: begin\n", ZonedDateTime.parse("2026-02-04T09:30:00Z"));
  }

  private String call(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Main.run(
        words,
        new Env(
            tmp,
            NewRepo.environment(),
            InputStream.nullInputStream(),
            out,
            err,
            false,
            false,
            () -> 80));
    return out.toString(UTF_8);
  }

  private static String page(String name) throws IOException {
    return Files.readString(Path.of("docs/reference", name + ".md"), UTF_8);
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }

  /** The row of a table whose first cell is {@code first}. */
  private static String row(String section, String first) {
    return section
        .lines()
        .filter(line -> line.startsWith("| ") && words(line.split("\\|")[1]).contains(first))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row for " + first));
  }

  @ParameterizedTest
  @CsvSource({
    "run, run --json",
    "plan, plan --json",
    "run, run --json --dry-run",
    "run, run --json --type none",
    "status, status --json",
    "list, list --json",
    "next, next --json",
    "show, show --json TASK-20260105-003",
    "log, log --json",
    "forecast, forecast --json",
    "forecast, forecast --json --until 2099-01-01",
    "forecast, forecast --json --by TASK-20260105-003",
    "report, report --json --md page.md",
    "check, check --json",
    "config, config --json",
    "init, init --json",
    "merge-driver, merge-driver --json --install",
    "demo, demo --json",
    "add, add --json --type dev --priority high Tea",
    "add, add --json",
    "convert, convert --json",
    "run, run --json --ref nowhere"
  })
  void jsonHasTheDocumentedFields(String command, String line) throws IOException {
    JsonObject object = JsonParser.parseString(call(line.split(" "))).getAsJsonObject();
    List<String> keys = new ArrayList<>(object.keySet());
    assertEquals(List.of("schemaVersion", "command", "outcome"), keys.subList(0, 3));
    assertEquals("error", keys.get(keys.size() - 1));
    String row = row(page("json"), command);
    List<String> listed = new ArrayList<>();
    Matcher word = WORD.matcher(row.substring(row.indexOf('|', 1)));
    while (word.find()) {
      listed.add(word.group(1));
    }
    assertEquals(listed, keys.subList(3, keys.size() - 1));
    Set<String> known = words(page("json"));
    Set<String> unknown = new TreeSet<>();
    addFieldNames(object, unknown);
    unknown.removeAll(known);
    assertEquals(Set.of(), unknown, "every field is told about");
  }

  private static void addFieldNames(JsonElement element, Set<String> names) {
    if (element.isJsonObject()) {
      for (Map.Entry<String, JsonElement> field : element.getAsJsonObject().entrySet()) {
        names.add(field.getKey());
        addFieldNames(field.getValue(), names);
      }
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> addFieldNames(each, names));
    }
  }

  @Test
  void everyCommandIsDocumented() throws IOException {
    Set<String> listed = new TreeSet<>();
    page("commands")
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> listed.addAll(words(line.split("\\|")[1])));
    assertEquals(new TreeSet<>(Commands.words()), listed);
  }

  @Test
  void optionsNamedInDocumentsExist() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Commands name : Commands.values()) {
      CommandSpec spec = Line.spec(name, name.create(), new Globals());
      known.addAll(spec.optionsMap().keySet());
    }
    StringBuilder documents = new StringBuilder();
    for (Path page : Documents.forUsers()) {
      documents.append(Files.readString(page, UTF_8).replaceAll("(?s)````.*?\n````", ""));
    }
    Matcher option = Pattern.compile("(?<!git |[\\w-])(--[a-z][a-z-]+)").matcher(documents);
    Set<String> unknown = new TreeSet<>();
    while (option.find()) {
      unknown.add(option.group(1));
    }
    unknown.removeAll(known);
    unknown.removeAll(Set.of("--refetch", "--no-filter"));
    unknown.removeAll(
        Set.of("--format", "--parse", "--bare", "--version", "--add", "--global", "--rm"));
    assertEquals(Set.of(), unknown);
  }
}
