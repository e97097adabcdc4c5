package dev.replenish.cli.command;

import dev.replenish.app.ConvertBoard;
import dev.replenish.cli.option.Options;
import dev.replenish.report.ConvertView;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish convert}: converts a board to the native dialect. */
final class ConvertCommand extends ChangeCommand {
  private final OptionSpec archiveDone =
      flag("--archive-done", "move finished and rejected tasks to ARCHIVE.md");
  private final OptionSpec require =
      value(
          "--require",
          "FIELDS",
          "also write the setting 'require': plan,effort,documentation or none");

  ConvertCommand() {
    super(Commands.CONVERT);
  }

  @Override
  public int run(Call call) {
    ConvertBoard.Request request =
        new ConvertBoard.Request(Options.value(require), Options.has(archiveDone), commit.read());
    return call.report()
        .print(new ConvertView(commit.isDryRun()), ConvertBoard.convert(call.context(), request));
  }
}
