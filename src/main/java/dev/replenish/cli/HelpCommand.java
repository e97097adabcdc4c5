package dev.replenish.cli;

import dev.replenish.report.NoView;
import java.util.List;

/** {@code replenish help}: the help of the program or of one command. */
final class HelpCommand implements Command {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "show the help of a command";
  }

  @Override
  public String description() {
    return "Shows what the program does, or one of its commands.";
  }

  @Override
  public String operands() {
    return "[COMMAND]";
  }

  @Override
  public NoView view(Args args) {
    return new NoView(name());
  }

  @Override
  public int run(Call call) {
    List<String> about = call.args().operands();
    return call.report()
        .print(about.isEmpty() ? Help.top() : Help.of(Commands.named(about.get(0))));
  }
}
