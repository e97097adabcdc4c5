package dev.replenish.cli.command;

import dev.replenish.app.ConvertBoard;
import dev.replenish.cli.option.Options;
import dev.replenish.report.ConvertView;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code replenish convert}: any board in the native dialect. */
final class ConvertCommand extends ChangeCommand {
  private final OptionSpec archiveDone =
      Options.flag("--archive-done", "move finished and rejected tasks to ARCHIVE.md");
  private final OptionSpec require =
      Options.value(
          "--require",
          "FIELDS",
          "also write the setting 'require': plan,effort,documentation or none");

  ConvertCommand() {
    super(Commands.CONVERT);
  }

  @Override
  public String description() {
    return "Rewrites checklists, tables, headings and plain lists as marked tasks in groups by "
        + "type and priority, in one commit. Ids are kept where possible. Every line is kept; "
        + "this is proven before the commit. Reports what the tasks lack to be promoted.";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(archiveDone, require);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Show the converted board", "replenish convert -n"),
        new Example("Keep tasks without these fields ready", "replenish convert --require none"),
        new Example("Archive the finished tasks", "replenish convert --archive-done"));
  }

  @Override
  public int run(Call call) {
    ConvertBoard.Request request =
        new ConvertBoard.Request(Options.value(require), Options.has(archiveDone), commit().read());
    return call.report()
        .print(new ConvertView(commit().isDryRun()), ConvertBoard.convert(call.context(), request));
  }
}
