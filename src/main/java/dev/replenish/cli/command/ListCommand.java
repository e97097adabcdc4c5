package dev.replenish.cli.command;

import dev.replenish.app.Tasks;
import dev.replenish.board.Priority;
import dev.replenish.report.ListView;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish list}: every task of the board, one line each. */
final class ListCommand implements Command {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final OptionSpec state =
      Options.oneOf(
          "--state",
          "STATE",
          "only tasks of this state",
          "open",
          "in-progress",
          "blocked",
          "done",
          "rejected",
          "parked",
          "undecided");
  private final OptionSpec type = Options.value("--type", "TYPE", "only tasks of this type");
  private final OptionSpec priority = BatchOptions.priority("only tasks of this priority");
  private final OptionSpec ready = Options.flag("--ready", "only tasks that can be moved");
  private final OptionSpec assignee =
      Options.value("--assignee", "NAME", "only tasks that are this person's");
  private final OptionSpec path =
      Options.value("--path", "FILE", "only tasks in this file, such as BACKLOG.md");
  private final OptionSpec explain =
      Options.value("--explain", "LINE", "tell why this line of the backlog was read as it was");

  @Override
  public String description() {
    return "Lists the tasks of TODO.md, BACKLOG.md and ARCHIVE.md, one line each: where it "
        + "stands, its state, whether it is ready (or why not), its id and its title.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(state, type, priority, ready, assignee, path, explain);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What can be moved", "replenish list --ready"),
        new Example("What is blocked", "replenish list --state blocked"),
        new Example("Why line 12 is no task", "replenish list --explain 12"));
  }

  @Override
  public ListView view() {
    return new ListView();
  }

  private static int line(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw Usage.wrong(
          "--explain takes the number of a line, not '" + text + "'",
          "Give one such as 12; 'replenish list' shows them.");
    }
    return Integer.parseInt(text);
  }

  @Override
  public int run(Call call) {
    Tasks.Request request =
        new Tasks.Request(
            Options.value(state),
            Options.value(type).map(word -> word.toLowerCase(Locale.ROOT)),
            Options.value(priority).flatMap(Priority::parse),
            Options.has(ready),
            Options.value(assignee),
            Options.value(path),
            Options.value(explain).map(ListCommand::line));
    return call.report().tell(view(), Tasks.list(call.context(), request));
  }
}
