package dev.replenish.cli.command;

import dev.replenish.app.add.AddTasks;
import dev.replenish.app.add.InputField;
import dev.replenish.app.add.TaskInput;
import dev.replenish.cli.option.Options;
import dev.replenish.cli.option.Usage;
import dev.replenish.report.TaskJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code replenish add}: new tasks for the backlog. */
final class AddCommand extends ChangeCommand {
  private final PositionalParamSpec title = Options.operands("TITLE...");
  private final OptionSpec body =
      Options.value(
          "--body", "FILE", "a file with the Markdown body in place of these fields; - for stdin");
  private final OptionSpec input =
      Options.value("--input", "FILE", "a JSON file with up to 100 tasks; - for stdin");

  /** The option of each field but the title. */
  private final Map<InputField, OptionSpec> fields = fields();

  AddCommand() {
    super(Commands.ADD);
  }

  private Map<InputField, OptionSpec> fields() {
    Map<InputField, OptionSpec> options = new EnumMap<>(InputField.class);
    options.put(InputField.TYPE, Options.value("--type", "TYPE", "the type, any word"));
    options.put(
        InputField.PRIORITY,
        Options.value("--priority", "PRIORITY", "critical, high, medium or low, or P0 to P3"));
    options.put(
        InputField.UNDER, Options.value("--under", "HEADING", "the heading to add it under"));
    options.put(InputField.COMPONENT, Options.value("--component", "COMPONENT", "the component"));
    options.put(InputField.DESCRIPTION, Options.value("--description", "TEXT", "a description"));
    options.put(
        InputField.PLAN, Options.values("--plan", "STEP", "a step of the plan; may be repeated"));
    options.put(
        InputField.EFFORT,
        Options.value("--effort", "TEXT", "the estimated effort, such as '2 days' or 'M'"));
    options.put(InputField.DUE, Options.value("--due", "DATE", "the due date"));
    options.put(
        InputField.NOT_BEFORE,
        Options.value("--not-before", "DATE", "the date before which it is not started"));
    options.put(InputField.ASSIGNEE, Options.value("--assignee", "NAME", "the assignee"));
    options.put(
        InputField.DOCUMENTATION,
        Options.values(
            "--documentation",
            "PATH",
            "a path or link to relevant documentation; may be repeated"));
    options.put(
        InputField.DEPENDENCIES,
        Options.values("--depends", "ID", "a task that must be finished first; may be repeated"));
    options.put(
        InputField.FILES,
        Options.values("--files", "PATH", "a file that the task touches; may be repeated"));
    options.put(InputField.BODY, body);
    options.put(
        InputField.ID, Options.value("--id", "WORD", "the id; default: the next one of the day"));
    return options;
  }

  @Override
  public String description() {
    return "Adds a task at the end of its group in BACKLOG.md, in the form of its neighbours: a "
        + "marked block, a check box, a table row or a heading. Without --type, --priority and "
        + "--under, the settings choose the group; otherwise it is the last one.";
  }

  @Override
  public PositionalParamSpec operand() {
    return title;
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(fields.values());
    options.add(input);
    return options;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Add a task", "replenish add 'Boil water'"),
        new Example("Add it to a group", "replenish add 'Boil water' --type dev --priority high"),
        new Example("Add it under a heading", "replenish add 'Boil water' --under 'Next up'"),
        new Example(
            "Add it with a body from a file",
            "replenish add 'Boil water' --type dev --priority P1 --body tea.md"),
        new Example("Add several tasks", "replenish add --input tasks.json"));
  }

  @Override
  public int run(Call call) {
    AddTasks.Request request = new AddTasks.Request(tasks(call), commit().read());
    return call.report().print(view(), AddTasks.add(call.context(), request));
  }

  private List<TaskInput> tasks(Call call) {
    if (!Options.has(input)) {
      return List.of(task(call));
    }
    if (Options.has(title) || fields.values().stream().anyMatch(Options::has)) {
      throw Usage.wrong(
          "tasks are given by --input and by options", "Put everything into the JSON, or nothing.");
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
