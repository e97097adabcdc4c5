package dev.replenish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.demo.Demo;
import dev.replenish.board.ErrorCode;
import dev.replenish.cli.command.Commands;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The calls that make the class-data archive must succeed: a failing call loads few classes. */
class TrainingRunTest {

  @Test
  void everyCallExceptMistakeSucceeds() {
    TreeMap<String, Integer> failed = new TreeMap<>();
    Demo.withRepository(
        (root, vars) -> {
          for (String call : TrainingRun.CALLS) {
            int code = TrainingRun.call(call, root, vars);
            if (code != 0) {
              failed.put(call, code);
            }
          }
        });
    assertEquals(List.of(TrainingRun.MISTAKE), List.copyOf(failed.keySet()), failed::toString);
    assertEquals(ErrorCode.USAGE.exitCode(), failed.get(TrainingRun.MISTAKE));
  }

  @Test
  void dailyCommandsAreIncluded() {
    TreeSet<String> missing = new TreeSet<>();
    for (Commands command : Commands.values()) {
      boolean daily =
          switch (command.part()) {
            case SEE ->
                command != Commands.REPORT // it needs many classes that a run does not need
                    && command != Commands.AUDIT; // the same, and it is not called daily
            case WORK -> command != Commands.REOPEN && command != Commands.DEFER; // used rarely
            case WRITE -> command == Commands.ADD || command == Commands.CHECK;
            case SET_UP -> false;
          };
      if (daily) {
        missing.add(command.word());
      }
    }
    TrainingRun.CALLS.forEach(call -> missing.remove(call.replace("-C . ", "").split(" ")[0]));
    assertEquals(new TreeSet<>(), missing);
    assertTrue(TrainingRun.CALLS.stream().anyMatch(call -> call.startsWith(Complete.NAME)));
  }
}
