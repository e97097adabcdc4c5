package dev.replenish.cli.command;

import dev.replenish.app.BatchFilterParser;
import dev.replenish.app.CommitRequest;
import dev.replenish.app.Replenish;
import dev.replenish.cli.option.Globals;
import dev.replenish.cli.option.Options;
import dev.replenish.report.RunView;
import dev.replenish.report.ShellWord;
import dev.replenish.settings.SettingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** The options that {@code run} and {@code plan} share: those that influence the choice. */
final class BatchOptions {
  /** The priorities by their names, and as P0 to P3. */
  static final List<String> PRIORITIES =
      List.of("critical", "high", "medium", "low", "P0", "P1", "P2", "P3");

  private final OptionSpec type;
  private final OptionSpec priority;
  private final OptionSpec group;
  private final OptionSpec max;
  private final OptionSpec select;

  /** Gives {@code command} these options. */
  BatchOptions(CommandModel command) {
    type = command.value("--type", "TYPE", "only groups of this type");
    priority =
        command.option(
            Options.oneOf("--priority", "PRIORITY", "only groups of this priority", PRIORITIES));
    group = command.value("--group", "type:X,priority:Y", "only this group");
    max = command.value("--max", "N", "at most N tasks, 1 to 5");
    select =
        command.option(
            Options.oneOf(
                "--select",
                "RULE",
                "how to choose the group: priority (the highest) or listed (the first)",
                List.of("priority", "listed")));
  }

  Replenish.Request request(List<String> ids, Optional<String> planId, CommitRequest how) {
    return new Replenish.Request(
        BatchFilterParser.parse(
            Options.value(type), Options.value(priority), Options.value(group), Options.value(max)),
        ids,
        planId,
        how);
  }

  /**
   * {@code view} with the options to repeat when its plan is carried out.
   *
   * @param ids the tasks that the call names
   * @param carried the options for the commit, which are repeated as well
   */
  RunView view(RunView view, List<String> ids, List<OptionSpec> carried, Globals globals) {
    List<OptionSpec> choice =
        new ArrayList<>(List.of(globals.dir, globals.ref, type, priority, group, max, select));
    choice.addAll(carried);
    StringBuilder named = new StringBuilder();
    ids.forEach(id -> named.append(' ').append(ShellWord.quoted(id)));
    return view.carriedOutWith(named + repeated(choice), repeated(List.of(globals.board)));
  }

  private static String repeated(List<OptionSpec> options) {
    StringBuilder repeated = new StringBuilder();
    for (OptionSpec option : options) {
      for (String value : Options.all(option)) {
        String name = Options.name(option);
        if (!Options.takesValue(option)) {
          repeated.append(' ').append(name);
        } else if (!name.equals(Globals.DIR) || !isHere(value)) {
          repeated.append(' ').append(name).append(' ').append(ShellWord.quoted(value));
        }
      }
    }
    return repeated.toString();
  }

  private static boolean isHere(String dir) {
    return dir.equals(".") || dir.matches("(\\./)+\\.?");
  }

  Map<SettingKey, String> settings() {
    return Options.value(select).map(rule -> Map.of(SettingKey.SELECT, rule)).orElse(Map.of());
  }
}
