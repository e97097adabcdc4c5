package dev.replenish.cli;

import dev.replenish.app.Key;
import dev.replenish.app.Narrow;
import dev.replenish.app.RunRequest;
import dev.replenish.report.RunView;
import dev.replenish.report.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options that {@code run} and {@code plan} share. */
final class BatchOptions {
  static final Option TYPE = Option.value("--type", "TYPE", "only groups of this type");
  static final Option PRIORITY =
      Option.value("--priority", "PRIORITY", "only groups of this priority")
          .oneOf("critical", "high", "medium", "low", "P0", "P1", "P2", "P3");
  static final Option GROUP = Option.value("--group", "type:X,priority:Y", "both of these in one");
  static final Option MAX = Option.value("--max", "N", "at most N tasks, 1 to 5");
  static final Option SELECT =
      Option.value(
              "--select", "RULE", "the group to take: priority (the highest) or listed (the first)")
          .oneOf("priority", "listed");

  /** The options that influence the choice. */
  static final List<Option> CHOICE =
      List.of(TYPE, PRIORITY, GROUP, MAX, SELECT, CommitOptions.DATE);

  private BatchOptions() {}

  static RunRequest request(Args args, boolean dryRun, java.util.Optional<String> planId) {
    return new RunRequest(
        Narrow.to(args.value(TYPE), args.value(PRIORITY), args.value(GROUP), args.value(MAX)),
        planId,
        CommitOptions.read(args, dryRun));
  }

  /** Tells what came of a call, and how its plan is carried out with the same options. */
  static RunView view(String command, boolean dryRun, Args args) {
    List<Option> choice = new ArrayList<>(List.of(Globals.DIR, Globals.REF));
    choice.addAll(CHOICE);
    choice.addAll(CommitOptions.CARRIED);
    return new RunView(command, dryRun, again(choice, args), again(List.of(Globals.BOARD), args));
  }

  private static String again(List<Option> options, Args args) {
    StringBuilder again = new StringBuilder();
    for (Option option : options) {
      for (String value : args.all(option)) {
        if (!option.takesValue()) {
          again.append(' ').append(option.name());
        } else if (!option.equals(Globals.DIR) || !isHere(value)) {
          again.append(' ').append(option.name()).append(' ').append(ShellWord.quoted(value));
        }
      }
    }
    return again.toString();
  }

  private static boolean isHere(String dir) {
    return dir.equals(".") || dir.matches("(\\./)+\\.?");
  }

  static Map<Key, String> settings(Args args) {
    return args.value(SELECT).map(rule -> Map.of(Key.SELECT, rule)).orElse(Map.of());
  }
}
