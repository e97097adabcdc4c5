package dev.replenish.cli.command;

import dev.replenish.app.BatchFilterParser;
import dev.replenish.app.read.ListRequest;
import dev.replenish.app.read.Tasks;
import dev.replenish.board.WorkState;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.board.ListView;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish list}: every task of the board, one line each. */
final class ListCommand extends CommandModel {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final OptionSpec state =
      option(
          Options.someOf(
              "--state",
              "STATE",
              "only tasks in this state; may be repeated",
              Stream.of(WorkState.values()).map(WorkState::word).toList()));
  private final OptionSpec type =
      values("--type", "TYPE", "only tasks of this type; may be repeated");
  private final OptionSpec priority =
      option(
          Options.someOf(
              "--priority",
              "PRIORITY",
              "only tasks of this priority; may be repeated, or listed as high,critical",
              BatchOptions.PRIORITIES));
  private final OptionSpec query =
      value("--query", "TEXT", "only tasks with TEXT in id, title or body; case is ignored");
  private final OptionSpec sort =
      option(Options.oneOf("--sort", "ORDER", "the order; default: as in the files", sorts()));
  private final OptionSpec ready = flag("--ready", "only tasks that can be moved");
  private final OptionSpec assignee = value("--assignee", "NAME", "only tasks of this person");
  private final OptionSpec path =
      value("--path", "FILE", "only tasks in this file, such as BACKLOG.md");
  private final OptionSpec explain =
      value("--explain", "LINE", "explain how this line of the backlog was read");

  @Override
  public ListView view() {
    return new ListView();
  }

  private static List<String> sorts() {
    return Stream.of(ListRequest.Sort.values()).map(ListRequest.Sort::word).toList();
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
    ListRequest request =
        new ListRequest(
            new ListRequest.Filter(
                Options.givenWords(state).stream().map(WorkState::of).collect(Collectors.toSet()),
                Options.givenWords(type),
                Options.givenWords(priority).stream()
                    .map(BatchFilterParser::priority)
                    .collect(Collectors.toSet()),
                Options.has(ready),
                Options.value(assignee),
                Options.value(path),
                Options.value(query).orElse("")),
            Options.value(sort)
                .map(word -> ListRequest.Sort.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(ListRequest.Sort.LISTED),
            Options.value(explain).map(ListCommand::line));
    return call.report().print(view(), Tasks.list(call.context(), request));
  }
}
