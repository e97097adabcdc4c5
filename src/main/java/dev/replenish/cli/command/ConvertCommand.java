package dev.replenish.cli.command;

import dev.replenish.app.ConvertBoard;
import dev.replenish.cli.option.Options;
import dev.replenish.report.ConvertView;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish convert}: any board in the native dialect. */
final class ConvertCommand extends ChangeCommand {
  private final OptionSpec archiveDone =
      Options.flag("--archive-done", "move what is done or rejected to ARCHIVE.md");
  private final OptionSpec require =
      Options.value(
          "--require", "FIELDS", "write the setting require: plan,effort,documentation or none");

  ConvertCommand() {
    super(Commands.CONVERT);
  }

  @Override
  public String description() {
    return "Puts the tasks of checklists, tables, headings and plain lists between markers, in "
        + "groups by type and priority, in one commit. Ids are kept where they can be; every line is "
        + "kept, which is proven before the commit. What the tasks lack for a promotion is told.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(archiveDone, require);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Show what would become of the board", "replenish convert -n"),
        new Example("Keep the tasks ready as they are", "replenish convert --require none"),
        new Example("With an archive of what is done", "replenish convert --archive-done"));
  }

  @Override
  public int run(Call call) {
    ConvertBoard.Request request =
        new ConvertBoard.Request(Options.value(require), Options.has(archiveDone), commit().read());
    return call.report()
        .tell(new ConvertView(commit().isDryRun()), ConvertBoard.convert(call.context(), request));
  }
}
