package dev.replenish.cli.command;

import dev.replenish.app.edit.EditTask;
import dev.replenish.app.edit.EditText;
import dev.replenish.app.edit.TaskEdit;
import dev.replenish.cli.editor.EditorFile;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish edit}: other values for the fields of a task. */
final class EditCommand extends ChangeCommand {
  private final PositionalParamSpec id = Options.operand("ID");
  private final OptionSpec title = Options.value("--title", "TITLE", "the title");
  private final OptionSpec type =
      Options.value("--type", "TYPE", "the type; moves the task to that group");
  private final OptionSpec priority =
      Options.value("--priority", "PRIORITY", "the priority; moves the task to that group");

  /** The option of each other field. */
  private final Map<TaskEdit.Part, OptionSpec> fields = fields();

  EditCommand() {
    super(Commands.EDIT);
  }

  private static Map<TaskEdit.Part, OptionSpec> fields() {
    Map<TaskEdit.Part, OptionSpec> options = new EnumMap<>(TaskEdit.Part.class);
    options.put(
        TaskEdit.Part.PLAN,
        Options.values("--plan", "STEP", "a step of the plan; may be repeated"));
    options.put(
        TaskEdit.Part.EFFORT,
        Options.value("--effort", "TEXT", "the estimated effort, such as '2 days' or 'M'"));
    options.put(
        TaskEdit.Part.DEPENDENCIES,
        Options.values("--depends", "ID", "a task that must be finished first; may be repeated"));
    options.put(
        TaskEdit.Part.DOCUMENTATION,
        Options.values("--docs", "PATH", "relevant documentation; may be repeated"));
    options.put(TaskEdit.Part.DUE, Options.value("--due", "DATE", "the due date"));
    options.put(
        TaskEdit.Part.NOT_BEFORE,
        Options.value("--not-before", "DATE", "the date before which it is not started"));
    options.put(TaskEdit.Part.ASSIGNEE, Options.value("--assignee", "NAME", "the assignee"));
    options.put(TaskEdit.Part.NOTES, Options.value("--notes", "TEXT", "notes"));
    return options;
  }

  @Override
  public String description() {
    return "Changes fields of a task in BACKLOG.md or TODO.md, in the form that the file uses, "
        + "and nothing else. An empty value removes a field. Without options, opens the task "
        + "in $VISUAL or $EDITOR and commits the result.";
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
        new Example("Edit it in your editor", task),
        new Example("Set the estimate", task + " --effort '2 days'"),
        new Example("Set the plan", task + " --plan Fill --plan Heat --plan Pour"),
        new Example("Change the priority", task + " --priority critical"),
        new Example("Remove the due date", task + " --due ''"));
  }

  @Override
  public int run(Call call) {
    String task =
        Options.value(id)
            .orElseThrow(
                () -> Usage.wrong("no task is given", "Name one: 'replenish edit ID --due DATE'."));
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
          .print(
              view(),
              EditText.edit(
                  call.context(),
                  task,
                  new EditorFile(call.env().dir(), call.env().vars()),
                  commit().read()));
    }
    return call.report().print(view(), EditTask.edit(call.context(), task, edit, commit().read()));
  }
}
