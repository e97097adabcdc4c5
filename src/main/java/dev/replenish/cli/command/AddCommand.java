package dev.replenish.cli.command;

import dev.replenish.app.add.AddTasks;
import dev.replenish.app.add.InputField;
import dev.replenish.app.add.TaskInput;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.TaskJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish add}: adds tasks to the backlog. */
final class AddCommand extends ChangeCommand {
  private final PositionalParamSpec title = operands("TITLE...");
  private final OptionSpec body =
      Options.value(
          "--body", "FILE", "a file with the Markdown body in place of these fields; - for stdin");

  /** The option of each field except the title. */
  private final Map<InputField, OptionSpec> fields = fields();

  private final OptionSpec input =
      value("--input", "FILE", "a JSON file with up to 100 tasks; - for stdin");

  AddCommand() {
    super(Commands.ADD);
  }

  /** The options in the order of the help. */
  private Map<InputField, OptionSpec> fields() {
    Map<InputField, OptionSpec> fields = new EnumMap<>(InputField.class);
    fields.put(InputField.TYPE, value("--type", "TYPE", "the type, any word"));
    fields.put(
        InputField.PRIORITY,
        value("--priority", "PRIORITY", "critical, high, medium or low, or P0 to P3"));
    fields.put(InputField.UNDER, value("--under", "HEADING", "the heading to add it under"));
    fields.put(InputField.COMPONENT, value("--component", "COMPONENT", "the component"));
    fields.put(InputField.DESCRIPTION, value("--description", "TEXT", "a description"));
    fields.put(InputField.PLAN, values("--plan", "STEP", "a step of the plan; may be repeated"));
    fields.put(
        InputField.EFFORT,
        value("--effort", "TEXT", "the estimated effort, such as '2 days' or 'M'"));
    fields.put(InputField.DUE, value("--due", "DATE", "the due date"));
    fields.put(
        InputField.NOT_BEFORE,
        value("--not-before", "DATE", "the date before which it is not started"));
    fields.put(InputField.ASSIGNEE, value("--assignee", "NAME", "the assignee"));
    fields.put(
        InputField.DOCUMENTATION,
        values(
            "--documentation",
            "PATH",
            "a path or link to relevant documentation; may be repeated"));
    fields.put(
        InputField.DEPENDENCIES,
        values("--depends", "ID", "a task that must be finished first; may be repeated"));
    fields.put(
        InputField.FILES,
        values("--files", "PATH", "a file that the task touches; may be repeated"));
    fields.put(InputField.BODY, option(body));
    fields.put(InputField.ID, value("--id", "WORD", "the id; default: the next one of the day"));
    return fields;
  }

  @Override
  public int run(Call call) {
    AddTasks.Request request = new AddTasks.Request(tasks(call), commit.read());
    return call.report().print(view(), AddTasks.add(call.context(), request));
  }

  private List<TaskInput> tasks(Call call) {
    if (!Options.has(input)) {
      return List.of(task(call));
    }
    if (Options.has(title) || fields.values().stream().anyMatch(Options::has)) {
      throw Usage.wrong(
          "--input goes with neither a title nor field options",
          "Give the tasks in one of the two ways.");
    }
    GivenFile file = GivenFile.read(call, Options.value(input).orElseThrow());
    return TaskJson.read(file.name(), file.text());
  }

  private TaskInput task(Call call) {
    Map<InputField, List<String>> values = new EnumMap<>(InputField.class);
    fields.forEach((field, option) -> values.put(field, Options.all(option)));
    values.put(InputField.TITLE, List.of(String.join(" ", Options.all(title))));
    String bodyName = "";
    if (Options.has(body)) {
      GivenFile file = GivenFile.read(call, Options.value(body).orElseThrow());
      bodyName = file.name();
      values.put(InputField.BODY, List.of(file.text()));
    }
    return new TaskInput("", values, bodyName, List.of());
  }
}
