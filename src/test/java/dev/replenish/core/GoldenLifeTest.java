package dev.replenish.core;

import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Document;
import dev.replenish.board.Field;
import dev.replenish.board.Status;
import dev.replenish.board.Task;
import dev.replenish.board.Transition;
import dev.replenish.rules.Policy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every {@link GoldenCase} of {@code golden-life} in every {@link Variant}: a {@code TODO.md},
 * the other files of a board where they matter, and a {@code command} with lines such as {@code
 * block A-1 --reason no water} and {@code archive}.
 */
class GoldenLifeTest {
  private static final byte[] EMPTY_BACKLOG =
      "# Backlog\n\n## group_begin [type:dev][priority:high]\n\n## group_end\n"
          .getBytes(StandardCharsets.UTF_8);
  private static final Pattern COMMAND = Pattern.compile("(\\w+)(.*?)(?: --reason (.*))?");

  @Test
  void thereAreManyCases() {
    assertTrue(GoldenCase.in("golden-life").size() >= 40);
  }

  @TestFactory
  Stream<DynamicNode> casesGiveTheExpectedResult() {
    return GoldenCase.tests(
        "golden-life",
        (golden, variant) -> fits(variant, withBacklog(golden.before())),
        GoldenLifeTest::run);
  }

  /** Files that end in blank lines would lose these in the variant without a final newline. */
  private static boolean fits(Variant variant, Map<String, byte[]> files) {
    boolean endsInText =
        files.values().stream()
            .map(Variant::text)
            .noneMatch(text -> text.matches("(?s).*\n\\s*\n"));
    return variant.fits(files) && (endsInText || variant != Variant.NO_FINAL_NEWLINE);
  }

  private static Map<String, byte[]> withBacklog(Map<String, byte[]> files) {
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.putIfAbsent(BACKLOG, EMPTY_BACKLOG);
    return all;
  }

  private static void run(GoldenCase golden, Variant variant) {
    Map<String, byte[]> before = withBacklog(golden.before());
    Life life = new Life(BoardFiles.of(variant.before(before)), Policy.DEFAULT);
    golden.commands().forEach(line -> carryOut(life, golden, line));
    golden.write(variant, "outcome", describe(life));
    golden.write(variant, life.files().files());
    Map<String, byte[]> expected = variant.after(withBacklog(golden.after()), before, TODO);
    GoldenCase.assertSame(expected, comparable(life, variant).files());
    assertEquals(golden.text("outcome"), describe(life));
    BoardFiles once = life.files();
    carryOut(life, golden, golden.commands().get(golden.commands().size() - 1));
    assertEquals(once.files(), life.files().files(), "a second time changes nothing");
  }

  /** Ignores the end of TODO.md: if its last block leaves, the line above keeps its ending. */
  private static BoardFiles comparable(Life life, Variant variant) {
    BoardFiles files = life.files();
    return variant == Variant.NO_FINAL_NEWLINE
        ? files.with(TODO, files.text(TODO).stripTrailing())
        : files;
  }

  private static void carryOut(Life life, GoldenCase golden, String line) {
    Matcher command = COMMAND.matcher(line);
    assertTrue(command.matches(), line);
    if (command.group(1).equals("archive")) {
      life.archive();
    } else {
      Transition transition = Transition.valueOf(command.group(1).toUpperCase(Locale.ROOT));
      List<String> ids = List.of(command.group(2).strip().split(" "));
      Optional<String> reason = Optional.ofNullable(command.group(3));
      life.change(transition, ids, reason, golden.date());
    }
  }

  /** The tasks of TODO.md and of the archive, a line for each. */
  private static String describe(Life life) {
    List<String> lines = new ArrayList<>();
    Stream.of(life.board().todo(), life.board().archive())
        .flatMap(Optional::stream)
        .forEach(document -> document.tasks().forEach(task -> lines.add(describe(document, task))));
    return String.join("\n", lines) + "\n";
  }

  private static String describe(Document document, Task task) {
    String status = task.details().status().map(Status::word).orElse("none");
    String day = task.details().labelled("Completed").map(Field::value).orElse("");
    String place = document.path() + ":" + task.line();
    return (place + " " + task.name() + " " + status + " " + day).stripTrailing();
  }
}
