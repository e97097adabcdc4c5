package dev.replenish.cli;

import dev.replenish.app.ConvertBoard;
import dev.replenish.app.ConvertRequest;
import java.util.List;

/** {@code replenish convert}: any board in the native dialect. */
final class ConvertCommand implements ChangeCommand {
  private static final Option ARCHIVE_DONE =
      Option.flag("--archive-done", "", "move what is done or rejected to ARCHIVE.md");

  @Override
  public String name() {
    return "convert";
  }

  @Override
  public String summary() {
    return "put a board that is written in another way into the native dialect";
  }

  @Override
  public String description() {
    return "Puts the tasks of checklists, tables, headings and plain lists between markers, in "
        + "groups by type and priority, in one commit. Ids are kept where they can be; every line is "
        + "kept, which is proven before the commit. What the tasks lack for a promotion is told.";
  }

  @Override
  public List<Option> ownOptions() {
    return List.of(ARCHIVE_DONE);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Show what would become of the board", "replenish convert -n"),
        new Example("With an archive of what is done", "replenish convert --archive-done"));
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    ConvertRequest request = new ConvertRequest(args.has(ARCHIVE_DONE), CommitOptions.read(args));
    return call.report().tell(view(args), ConvertBoard.convert(call.context(), request));
  }
}
