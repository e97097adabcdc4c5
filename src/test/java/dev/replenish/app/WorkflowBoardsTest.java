package dev.replenish.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowBoardsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "board: '.', ., true",
        "board: '.', teams/search, false",
        "board: teams/search, teams/search, true",
        "board: \"teams/search\", teams/search, true",
        "board: 'it''s', it's, true",
        "board: teams/*, teams/search, true",
        "board: teams/*, teams/search/deep, false",
        "board: 'agents/**', teams/search, false",
        "board: |+  teams/read+  teams/search, teams/search, true",
        "board: [*{, teams/search, false",
        "uses: ./.replenish-action, ., true",
        "uses: ./.replenish-action, teams/search, false"
      })
  void workflowCoversTheBoardsThatItNames(String workflow, String dir, boolean covered) {
    assertEquals(covered, WorkflowBoards.cover(workflow.replace('+', '\n'), dir));
  }
}
