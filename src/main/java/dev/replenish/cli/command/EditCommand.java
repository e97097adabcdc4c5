package dev.replenish.cli.command;

import dev.replenish.app.edit.EditTask;
import dev.replenish.app.edit.EditText;
import dev.replenish.app.edit.TaskEdit;
import dev.replenish.cli.editor.EditorFile;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish edit}: changes the fields of a task. */
final class EditCommand extends ChangeCommand {
  private final PositionalParamSpec id = operand("ID");
  private final OptionSpec title = value("--title", "TITLE", "the title");
  private final OptionSpec type = value("--type", "TYPE", "the type; moves the task to that group");
  private final OptionSpec priority =
      value("--priority", "PRIORITY", "the priority; moves the task to that group");

  /** The option of each other field. */
  private final Map<TaskEdit.Part, OptionSpec> fields = fields();

  EditCommand() {
    super(Commands.EDIT);
  }

  /** The options in the order of the help. */
  private Map<TaskEdit.Part, OptionSpec> fields() {
    Map<TaskEdit.Part, OptionSpec> fields = new EnumMap<>(TaskEdit.Part.class);
    fields.put(
        TaskEdit.Part.EFFORT,
        value("--effort", "TEXT", "the estimated effort, such as '2 days' or 'M'"));
    fields.put(
        TaskEdit.Part.DOCUMENTATION,
        values("--docs", "PATH", "relevant documentation; may be repeated"));
    fields.put(
        TaskEdit.Part.DEPENDENCIES,
        values("--depends", "ID", "a task that must be finished first; may be repeated"));
    fields.put(TaskEdit.Part.DUE, value("--due", "DATE", "the due date"));
    fields.put(
        TaskEdit.Part.NOT_BEFORE,
        value("--not-before", "DATE", "the date before which it is not started"));
    fields.put(TaskEdit.Part.ASSIGNEE, value("--assignee", "NAME", "the assignee"));
    fields.put(TaskEdit.Part.NOTES, value("--notes", "TEXT", "notes"));
    fields.put(TaskEdit.Part.PLAN, values("--plan", "STEP", "a step of the plan; may be repeated"));
    return fields;
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
                  commit.read()));
    }
    return call.report().print(view(), EditTask.edit(call.context(), task, edit, commit.read()));
  }
}
