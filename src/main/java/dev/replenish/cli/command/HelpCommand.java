package dev.replenish.cli.command;

import dev.replenish.cli.option.ExitCodes;
import dev.replenish.cli.option.Options;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish help}: the help of the program, of one command, or all of it as a man page. */
final class HelpCommand extends CommandModel {
  private final PositionalParamSpec about = operand("[COMMAND|exit-codes]");
  private final OptionSpec man =
      flag("--man", "print the man page; read it with: replenish help --man | man -l -");

  @Override
  public int run(Call call) {
    return call.report().print(page(Options.value(about).orElse(""), call));
  }

  private String page(String topic, Call call) {
    HelpPages pages = call.help();
    if (Options.has(man)) {
      return ManPage.text();
    }
    return switch (topic) {
      case "" -> pages.top();
      case ExitCodes.TOPIC -> pages.exitCodes();
      default -> pages.of(Commands.named(topic));
    };
  }
}
