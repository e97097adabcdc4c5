package dev.replenish.cli.option;

import dev.replenish.board.ErrorCode;
import dev.replenish.report.FailureSeverity;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The exit codes and their meanings, which scripts may rely on. */
public final class ExitCodes {
  /** The help topic about exit codes. */
  public static final String TOPIC = "exit-codes";

  /** Only with {@code --detailed-exitcode}. */
  public static final int NOTHING_TO_DO = 3;

  private ExitCodes() {}

  /** Each code, and what it means. */
  public static Map<Integer, String> all() {
    Map<Integer, String> all = new TreeMap<>();
    all.put(0, "done, or nothing to do");
    all.put(NOTHING_TO_DO, "nothing to do, only with --detailed-exitcode");
    for (ErrorCode code : ErrorCode.values()) {
      all.put(code.exitCode(), code.meaning());
    }
    return all;
  }

  /** Which exit code counts with several boards. */
  public static String ofSeveralBoards() {
    String order =
        FailureSeverity.ORDER.stream()
            .map(code -> String.valueOf(code.exitCode()))
            .collect(Collectors.joining(", "));
    return "With several boards, the most severe one counts: "
        + order
        + " in this order; 3 only if there is nothing to do on any of them.";
  }
}
