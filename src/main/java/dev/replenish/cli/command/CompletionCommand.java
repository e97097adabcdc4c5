package dev.replenish.cli.command;

import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.text.Resources;
import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish completion}: prints a completion script for a shell. */
final class CompletionCommand extends CommandModel {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final PositionalParamSpec shell = operand(String.join("|", SHELLS));

  @Override
  public int run(Call call) {
    String next = "Call 'replenish completion bash', zsh or fish.";
    String name = Options.value(shell).orElseThrow(() -> Usage.wrong("no shell is named", next));
    if (!SHELLS.contains(name)) {
      throw Usage.unknown(
          "there is no script for '" + name + "'", name, SHELLS, "There are bash, zsh and fish.");
    }
    return call.report().print(Resources.text(CompletionCommand.class, "completion." + name));
  }
}
