package dev.replenish.cli.command;

import dev.replenish.app.edit.EditTask;
import dev.replenish.app.edit.EditText;
import dev.replenish.app.edit.TaskEdit;
import dev.replenish.cli.editor.EditorFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish edit}: other values for the fields of a task. */
final class EditCommand extends ChangeCommand {
  private final PositionalParamSpec id = Options.operand("ID");
  private final OptionSpec title = Options.value("--title", "TITLE", "its title");
  private final OptionSpec type = Options.value("--type", "TYPE", "its type; it moves there");
  private final OptionSpec priority =
      Options.value("--priority", "PRIORITY", "its priority; it moves there");

  /** The option of each other field. */
  private final Map<TaskEdit.Part, OptionSpec> fields = fields();

  EditCommand() {
    super(Commands.EDIT);
  }

  private static Map<TaskEdit.Part, OptionSpec> fields() {
    Map<TaskEdit.Part, OptionSpec> options = new EnumMap<>(TaskEdit.Part.class);
    options.put(TaskEdit.Part.PLAN, Options.values("--plan", "STEP", "a step of its plan"));
    options.put(
        TaskEdit.Part.EFFORT,
        Options.value("--effort", "TEXT", "how long it takes: '2 days' or 'M'"));
    options.put(
        TaskEdit.Part.DEPENDENCIES, Options.values("--depends", "ID", "a task that comes before"));
    options.put(
        TaskEdit.Part.DOCUMENTATION,
        Options.values("--docs", "--documentation", "PATH", "what to read before"));
    options.put(TaskEdit.Part.DUE, Options.value("--due", "DATE", "the day by which it is due"));
    options.put(
        TaskEdit.Part.NOT_BEFORE,
        Options.value("--not-before", "DATE", "the day before which it is not begun"));
    options.put(TaskEdit.Part.ASSIGNEE, Options.value("--assignee", "NAME", "who does it"));
    options.put(TaskEdit.Part.NOTES, Options.value("--notes", "TEXT", "anything else"));
    return options;
  }

  @Override
  public String description() {
    return "Changes fields of a task of BACKLOG.md or TODO.md in the form that its file has, and "
        + "nothing else. An empty value takes a field out. Without options it opens the task in "
        + "$VISUAL or $EDITOR, and commits what comes back.";
  }

  @Override
  public PositionalParamSpec operand() {
    return id;
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> all = new ArrayList<>(List.of(title, type, priority));
    all.addAll(fields.values());
    return all;
  }

  @Override
  public List<Example> examples() {
    String task = "replenish edit TASK-20260204-132";
    return List.of(
        new Example("Write it anew in your editor", task),
        new Example("Say how long it takes", task + " --effort '2 days'"),
        new Example("Give it a plan", task + " --plan Fill --plan Heat --plan Pour"),
        new Example("Make it urgent", task + " --priority critical"),
        new Example("Take the day out", task + " --due ''"));
  }

  @Override
  public int run(Call call) {
    String task =
        Options.value(id)
            .orElseThrow(
                () -> Usage.wrong("no task is named", "Name one: 'replenish edit ID --due DATE'."));
    Map<TaskEdit.Part, List<String>> values = new EnumMap<>(TaskEdit.Part.class);
    fields.forEach(
        (part, option) -> {
          if (Options.has(option)) {
            values.put(part, Options.all(option));
          }
        });
    TaskEdit edit =
        new TaskEdit(Options.value(title), Options.value(type), Options.value(priority), values);
    if (edit.isEmpty()) {
      return call.report()
          .tell(
              view(),
              EditText.edit(
                  call.context(),
                  task,
                  new EditorFile(call.env().dir(), call.env().vars()),
                  commit().read()));
    }
    return call.report().tell(view(), EditTask.edit(call.context(), task, edit, commit().read()));
  }
}
