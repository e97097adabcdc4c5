package dev.replenish.report.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.replenish.app.Outcome;
import dev.replenish.app.RunResult;
import dev.replenish.board.Group;
import dev.replenish.board.Problem;
import dev.replenish.board.Task;
import dev.replenish.board.TaskId;
import dev.replenish.report.FailureSeverity;
import dev.replenish.report.Json;
import dev.replenish.report.TerminalText;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outputs of a step (docs/reference/github-actions.md). With several boards, the first one with
 * the most important outcome counts.
 */
final class GitHubOutputs {
  /** The most important outcome first. */
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.FAILED, Outcome.MOVED, Outcome.PLANNED, Outcome.NOOP);

  /** The largest JSON output in bytes; GitHub limits the size of outputs. */
  private static final int LARGEST_JSON = 512 * 1024;

  private static final int DELIMITER_BYTES = 16;

  private GitHubOutputs() {}

  /** The outputs by name, in the order of the documentation. */
  static Map<String, String> of(List<BoardRun> runs, String json) {
    List<Task> tasks = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    String commit = "";
    for (BoardRun run : runs) {
      tasks.addAll(run.tasks());
      run.problem().ifPresent(problems::add);
      commit = run.commit().orElse(commit);
    }
    BoardRun decisive = decisive(runs);
    Map<String, String> outputs =
        withoutMoves(decisive.outcome(), reason(decisive, problems), commit, json);
    outputs.put("changed", String.valueOf(runs.stream().anyMatch(BoardRun::changed)));
    outputs.put("moved-count", String.valueOf(tasks.size()));
    outputs.put("moved-ids", ids(tasks));
    outputs.put("group", group(runs));
    return outputs;
  }

  /** The outputs of a command that moved no task. */
  static Map<String, String> withoutMoves(
      Outcome outcome, String reason, String commit, String json) {
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("outcome", outcome.word());
    outputs.put("reason", reason);
    outputs.put("changed", String.valueOf(!commit.isEmpty()));
    outputs.put("moved-count", "0");
    outputs.put("moved-ids", "[]");
    outputs.put("group", "");
    outputs.put("commit-sha", commit);
    outputs.put("result-json", json.getBytes(UTF_8).length > LARGEST_JSON ? "" : json);
    return outputs;
  }

  private static BoardRun decisive(List<BoardRun> runs) {
    for (Outcome outcome : OUTCOMES) {
      for (BoardRun run : runs) {
        if (run.outcome() == outcome) {
          return run;
        }
      }
    }
    throw new IllegalArgumentException("a command without a board must have a problem");
  }

  private static String reason(BoardRun run, List<Problem> problems) {
    return FailureSeverity.mostSevere(problems)
        .map(problem -> problem.code().word())
        .or(() -> run.result().map(RunResult::reason))
        .orElse("");
  }

  private static String ids(List<Task> tasks) {
    List<String> ids = new ArrayList<>();
    tasks.forEach(task -> task.id().map(TaskId::value).ifPresent(ids::add));
    return new Json().array(ids).toString();
  }

  /** The group of the first board that has a batch, in the form of {@code --group}. */
  private static String group(List<BoardRun> runs) {
    Optional<Group> group = Optional.empty();
    for (BoardRun run : runs) {
      group = group.or(() -> run.batch().map(batch -> batch.group()));
    }
    return group
        .map(g -> "type:" + g.type().orElseThrow() + priority(g))
        .map(TerminalText::line)
        .orElse("");
  }

  private static String priority(Group group) {
    return group.priority().map(priority -> ",priority:" + priority.word()).orElse("");
  }

  /** The lines for the file {@code GITHUB_OUTPUT}, delimited so that no value can add an output. */
  static String text(Map<String, String> outputs) {
    StringBuilder text = new StringBuilder();
    SecureRandom random = new SecureRandom();
    outputs.forEach(
        (name, value) -> {
          String end = delimiter(value, random);
          text.append(name).append("<<").append(end).append('\n');
          text.append(value).append('\n').append(end).append('\n');
        });
    return text.toString();
  }

  private static String delimiter(String value, SecureRandom random) {
    String delimiter;
    do {
      byte[] bytes = new byte[DELIMITER_BYTES];
      random.nextBytes(bytes);
      delimiter = "end-" + HexFormat.of().formatHex(bytes);
    } while (value.contains(delimiter));
    return delimiter;
  }
}
