package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FindingCode;
import dev.replenish.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each finding, exit code, setting, command and JSON field is described in one place of {@code
 * docs/reference}, and in no other document for users.
 */
class OnePlaceTest {
  private static final boolean WRITE = "write".equals(System.getProperty("replenish.examples"));
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");
  private static final Path JSON = Path.of("docs/reference/json.md");

  /** A row of a table: its page, the header of its table, its cells. */
  private record Row(Path page, String header, List<String> cells) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    for (Path page : Documents.forUsers()) {
      String header = "";
      String before = "";
      for (String line :
          Files.readString(page, UTF_8).replaceAll("(?s)````.*?\n````", "").split("\n")) {
        if (line.startsWith("#")) {
          headings.add(page + " " + line.replaceFirst("#+ ", "").replace("`", ""));
        }
        if (line.startsWith("|--")) {
          header = before;
        } else if (!line.startsWith("|")) {
          header = "";
        } else if (!header.isEmpty()) {
          rows.add(new Row(page, header, List.of(line.substring(2).split(" \\| | \\|$"))));
        }
        before = line;
      }
    }
  }

  /** The places of tables with that header that describe {@code word}. */
  private List<Path> places(String header, String word) {
    return rows.stream()
        .filter(row -> row.header().matches(header) && row.cells().get(0).equals(word))
        .map(Row::page)
        .toList();
  }

  private static List<Path> only(String page) {
    return List.of(Path.of("docs/reference", page + ".md"));
  }

  @Test
  void findingsAreDescribedInOnePlace() {
    for (FindingCode code : FindingCode.values()) {
      List<String> places = headings.stream().filter(h -> h.endsWith(" " + code.word())).toList();
      assertEquals(List.of("docs/reference/findings.md " + code.word()), places);
    }
  }

  @Test
  void exitCodesAreDescribedInOnePlace() {
    int last = Stream.of(ErrorCode.values()).mapToInt(ErrorCode::exitCode).max().orElseThrow();
    IntStream.rangeClosed(0, last)
        .mapToObj(String::valueOf)
        .forEach(
            code ->
                assertEquals(only("exit-codes"), places("\\| (exit )?code \\| .*", code), code));
  }

  @Test
  void settingsAreDescribedInOnePlace() {
    for (SettingKey key : SettingKey.values()) {
      String word = "`" + key.word() + "`";
      assertEquals(only("settings"), places("\\| (key|setting) \\| .*", word), word);
    }
  }

  @Test
  void commandsAreDescribedInOnePlace() throws IOException {
    try (Stream<Path> schemas = Files.list(Path.of("src/main/resources/schemas"))) {
      List<String> commands =
          new ArrayList<>(schemas.map(s -> s.getFileName().toString().split("\\.")[0]).toList());
      commands.removeAll(List.of("error", "add-input"));
      commands.addAll(List.of("mcp", "help", "completion"));
      for (String command : commands) {
        String word = "`" + command + "`";
        assertEquals(only("commands"), places("\\| command \\| does \\|", word), word);
      }
    }
  }

  @Test
  void jsonPageMatchesTheSchemas() throws IOException {
    String page = Files.readString(JSON, UTF_8);
    int at = page.indexOf("\n## Fields of the results\n") + 1;
    assertTrue(at > 0);
    String generated = JsonPage.read().text();
    if (WRITE) {
      Files.writeString(JSON, page.substring(0, at) + generated, UTF_8);
    } else {
      assertEquals(generated, page.substring(at));
    }
  }

  @Test
  void jsonFieldsAreDescribedInOnePlace() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    for (Row row : rows) {
      if (row.header().startsWith("| field | of |")) {
        assertEquals(JSON, row.page());
        String field = row.cells().get(0);
        Matcher command = WORD.matcher(row.cells().get(1).replace("every command", "`*`"));
        while (command.find()) {
          found.merge(field + " " + command.group(1), 1, Integer::sum);
        }
      }
    }
    try (Stream<Path> schemas = Files.list(Path.of("src/main/resources/schemas"))) {
      for (Path schema : schemas.toList()) {
        String command = schema.getFileName().toString().split("\\.")[0];
        if (!List.of("error", "add-input").contains(command)) {
          for (String field : fields(schema)) {
            int places =
                found.getOrDefault("`" + field + "` " + command, 0)
                    + found.getOrDefault("`" + field + "` *", 0);
            assertEquals(1, places, command + " " + field);
          }
        }
      }
    }
  }

  private static List<String> fields(Path schema) throws IOException {
    JsonObject whole = JsonParser.parseString(Files.readString(schema, UTF_8)).getAsJsonObject();
    JsonObject result = whole.getAsJsonObject("$defs").getAsJsonObject("result");
    JsonObject object = result == null ? whole : result;
    return List.copyOf(object.getAsJsonObject("properties").keySet());
  }
}
