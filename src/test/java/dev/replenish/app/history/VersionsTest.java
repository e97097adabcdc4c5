package dev.replenish.app.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.audit.history.BoardFile;
import dev.replenish.audit.history.FileState;
import dev.replenish.board.FileRole;
import dev.replenish.board.StatusAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A version is read as if it were the only one, whatever was read before it. */
class VersionsTest {
  private static final BoardFile FILE = new BoardFile("BACKLOG.md", ".", FileRole.BACKLOG);

  /** Lines that open or close a structure, or end a task too early. */
  private static final List<String> LINES =
      List.of(
          "## group_begin [type:dev][priority:high]",
          "## group_end",
          "## task_begin",
          "### # [id:A-1][type:dev][priority:high] Boil the water",
          "## 2. # [id:A-2][type:docs] Describe the pot",
          "### # [id:TASK-YYYYMMDD-001][type:dev] A template",
          "## task_end",
          "## task_begin### # [id:A-3] Glued",
          "```",
          "~~~~",
          "<!-- a comment",
          "ends -->",
          "<pre>",
          "</pre>",
          "- an item",
          "  of a list",
          "> a quote",
          "Title",
          "=====",
          "---",
          "",
          "",
          "**Status:** done",
          "**Description:** Until it sings, and not any longer.");

  private static String task(int id, Random random) {
    String body =
        random
            .ints(random.nextInt(4), 0, LINES.size())
            .mapToObj(LINES::get)
            .filter(line -> random.nextInt(3) == 0 || !line.startsWith("#"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return "## task_begin\n### # [id:T-%d][type:dev][priority:high] Task %d\n\n%s## task_end\n\n---\n"
        .formatted(id, id, body);
  }

  private static List<String> first(Random random) {
    List<String> lines = new ArrayList<>(List.of("# Backlog", "", LINES.get(0)));
    for (int i = 0; i < 8; i++) {
      lines.addAll(task(i, random).lines().toList());
    }
    lines.add("## group_end");
    return lines;
  }

  private static void edit(List<String> lines, Random random) {
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(3)) {
        case 0 -> lines.add(at, LINES.get(random.nextInt(LINES.size())));
        case 1 -> lines.remove(at);
        default -> lines.addAll(at, task(random.nextInt(12), random).lines().toList());
      }
    }
  }

  @Test
  void everyVersionIsReadIndependentlyOfEarlierOnes() {
    int tasks = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      String newLine = List.of("\n", "\r\n", "\r").get(seed % 3);
      List<String> lines = first(random);
      List<byte[]> texts = new ArrayList<>();
      Versions all = versions(texts);
      for (int i = 0; i < 20; i++) {
        String text = lines.stream().map(line -> line + newLine).collect(Collectors.joining());
        texts.add(text.getBytes(UTF_8));
        FileState state = versions(texts).read(FILE, Integer.toString(i));
        assertEquals(
            describe(state), describe(all.read(FILE, Integer.toString(i))), seed + ": " + text);
        tasks += state.tasks().size();
        edit(lines, random);
      }
    }
    assertTrue(tasks > 10_000, tasks + " tasks");
  }

  private static Versions versions(List<byte[]> texts) {
    return new Versions(StatusAliases.NONE, (path, blob) -> texts.get(Integer.parseInt(blob)));
  }

  /** The contents of a state; of a task's text its id, title and size. */
  private static String describe(FileState state) {
    StringBuilder text = new StringBuilder(state.buried().toString());
    for (FileState.Entry entry : state.tasks()) {
      text.append('\n').append(entry.line()).append(' ').append(entry.group());
      text.append(' ').append(entry.type()).append(' ').append(entry.task().type());
      text.append(' ').append(entry.task().status()).append(' ').append(entry.task().text().id());
      text.append(' ').append(entry.task().text().title()).append(' ');
      text.append(entry.task().text().size());
    }
    return text.toString();
  }
}
