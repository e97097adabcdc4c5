package dev.replenish.plan.add;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.board.Document;
import dev.replenish.board.Priority;
import dev.replenish.board.Problem;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.core.AnyReading;
import dev.replenish.core.BoardFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a new task without markers is inserted, and what is reported if there is no place. */
class AddSiteTest {
  private static final String BACKLOG =
      """
      # Tea house

      ## Kitchen (high)

      - [ ] Boil
      - [x] Pour

      ## Garden <!-- ours -->

      - [ ] Rake

      ## Cellar

      ## Roof

      - [x] Count

      ## Icebox ##

      - [ ] Dream
      - [ ] Sleep

      Won't do
      --------

      * [ ] Burn

      ## Done

      - [x] Sing
      """;

  private static Document read(String backlog) {
    return AnyReading.board(Map.of(BoardFiles.BACKLOG, backlog.getBytes(StandardCharsets.UTF_8)))
        .board()
        .backlog();
  }

  private static AddPlace place(String under, String type, String priority) {
    return new AddPlace(
        Optional.ofNullable(under),
        Optional.ofNullable(type),
        Optional.ofNullable(priority).flatMap(Priority::parse));
  }

  private static String title(AddPlace place) {
    return AddSite.in(read(BACKLOG), place, List.of()).sibling().title();
  }

  private static Problem refusal(String backlog, AddPlace place) {
    Document document = read(backlog);
    return assertThrows(ProblemException.class, () -> AddSite.in(document, place, List.of()))
        .problem();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                      |         |      | Rake
          kitchen     |         |      | Boil
          Kitchen (high) |      |      | Boil
          GARDEN      |         |      | Rake
                      | kitchen | high | Boil
                      |         | P1   | Boil
          roof        |         |      | Count
                      | roof    |      | Count
          icebox      |         |      | Sleep
          Wont do     |         |      | Burn
          """)
  void newTaskFollowsGivenTask(String under, String type, String priority, String title) {
    assertEquals(title, title(place(under, type, priority)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Attic   |        |     | Attic      | There are: Kitchen (high), Garden, cellar, Roof, Icebox, Won't do.
          Iceboxx |        |     | Iceboxx    | Did you mean 'Icebox'?
          Wont dp |        |     | Wont dp    | Did you mean 'Won't do'?
          Rof     |        |     | Rof        | Did you mean 'Roof'?
          Garden  | cellar |     | Garden cellar | There are: Kitchen (high), Garden, cellar, Roof, Icebox, Won't do.
                  | kitchen | low | kitchen low | There are: Kitchen (high), Garden, cellar, Roof, Icebox, Won't do.
          """)
  void missingHeadingIsReportedWithHint(
      String under, String type, String priority, String words, String hint) {
    Problem problem = refusal(BACKLOG, place(under, type, priority));
    assertEquals("there is no heading '" + words + "'", problem.message());
    assertEquals(hint, problem.next());
  }

  @Test
  void hintWithoutHeadingsIsToWriteOne() {
    Problem problem = refusal("# Done\n\n- [x] Sing\n", place("Attic", null, null));
    assertEquals("there is no heading 'Attic'", problem.message());
    assertEquals("Write the heading first, and commit.", problem.next());
  }

  @Test
  void longListOfHeadingsIsTruncated() {
    StringBuilder backlog = new StringBuilder("# Tea\n");
    for (int i = 1; i <= 90; i++) {
      backlog.append("\n## Room %d\n\n- [ ] Sweep\n".formatted(i));
    }
    String next = refusal(backlog.toString(), place("Attic", null, null)).next();
    assertEquals(411, next.length());
    assertTrue(next.startsWith("There are: Room 1, Room 2, ") && next.endsWith("..."), next);
  }

  @Test
  void unclearTaskIsNotUsedAsModel() {
    String backlog = "# Tea\n\n## Kitchen\n\n- [ ] Boil ✅\n\n## Cellar\n\n- [ ] Rake ✅\n";
    String message = "no task can serve as a model: it is not clear which lines are tasks";
    assertEquals(message, refusal(backlog, place(null, null, null)).message());
    assertEquals(
        "there is no heading 'Attic'", refusal(backlog, place("Attic", null, null)).message());
  }

  private static String draft(String title, Optional<TaskId> id, String description) {
    TaskBody.Fields fields =
        new TaskBody.Fields(description, List.of(), List.of(), List.of(), List.of(), Map.of());
    return UnmarkedDraft.of(title, id, fields).description();
  }

  @Test
  void titleIsRequiredAndDescriptionIsOptional() {
    assertThrows(IllegalArgumentException.class, () -> draft(" \u200B", Optional.empty(), ""));
    assertEquals("", draft("Boil", Optional.empty(), " \n "));
    assertEquals("Slowly.\n", draft("Boil", Optional.empty(), "Slowly."));
  }
}
