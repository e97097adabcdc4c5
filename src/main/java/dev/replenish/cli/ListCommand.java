package dev.replenish.cli;

import dev.replenish.app.ListRequest;
import dev.replenish.app.Tasks;
import dev.replenish.board.Priority;
import dev.replenish.report.ListView;
import java.util.List;
import java.util.Locale;

/** {@code replenish list}: every task of the board, one line each. */
final class ListCommand implements Command {
  private static final Option STATE =
      Option.value("--state", "STATE", "only tasks of this state")
          .oneOf("open", "in-progress", "blocked", "done", "rejected", "parked", "undecided");
  private static final Option TYPE = Option.value("--type", "TYPE", "only tasks of this type");
  private static final Option READY = Option.flag("--ready", "", "only tasks that can be moved");
  private static final Option PATH =
      Option.value("--path", "FILE", "only tasks in this file, such as BACKLOG.md");

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String summary() {
    return "list every task, one line each";
  }

  @Override
  public String description() {
    return "Lists the tasks of TODO.md, BACKLOG.md and ARCHIVE.md, one line each: where it "
        + "stands, its state, whether it is ready (or why not), its id and its title.";
  }

  @Override
  public List<Option> options() {
    return List.of(STATE, TYPE, BatchOptions.PRIORITY, READY, PATH);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("What can be moved", "replenish list --ready"),
        new Example("What is blocked", "replenish list --state blocked"));
  }

  @Override
  public ListView view(Args args) {
    return new ListView();
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    ListRequest request =
        new ListRequest(
            args.value(STATE),
            args.value(TYPE).map(type -> type.toLowerCase(Locale.ROOT)),
            args.value(BatchOptions.PRIORITY).flatMap(Priority::parse),
            args.has(READY),
            args.value(PATH));
    return call.report().tell(view(args), Tasks.list(call.context(), request));
  }
}
