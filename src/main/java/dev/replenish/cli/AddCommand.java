package dev.replenish.cli;

import dev.replenish.app.AddRequest;
import dev.replenish.app.AddTasks;
import dev.replenish.app.InputField;
import dev.replenish.app.TaskInput;
import dev.replenish.report.TaskJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code replenish add}: new tasks for the backlog. */
final class AddCommand implements ChangeCommand {
  private static final Option BODY =
      Option.value("--body", "FILE", "Markdown in place of these fields; - for stdin");
  private static final Option INPUT =
      Option.value("--input", "FILE", "the tasks as JSON, up to 100; - for stdin");

  /** The option of each field but the title. */
  private static final Map<InputField, Option> FIELDS = fields();

  private static Map<InputField, Option> fields() {
    Map<InputField, Option> options = new EnumMap<>(InputField.class);
    options.put(InputField.TYPE, Option.value("--type", "TYPE", "its type, any word"));
    options.put(
        InputField.PRIORITY,
        Option.value("--priority", "PRIORITY", "critical, high, medium or low, or P0 to P3"));
    options.put(InputField.COMPONENT, Option.value("--component", "NAME", "its component"));
    options.put(InputField.DESCRIPTION, Option.value("--description", "TEXT", "what it is about"));
    options.put(InputField.PLAN, Option.value("--plan", "STEP", "a step of its plan").repeated());
    options.put(
        InputField.EFFORT, Option.value("--effort", "TEXT", "how long it takes: '2 days' or 'M'"));
    options.put(
        InputField.DOCUMENTATION,
        Option.value("--documentation", "PATH", "a path or link to read before").repeated());
    options.put(
        InputField.DEPENDENCIES,
        Option.value("--depends", "ID", "a task that comes before").repeated());
    options.put(
        InputField.FILES, Option.value("--files", "PATH", "a file that it touches").repeated());
    options.put(InputField.BODY, BODY);
    options.put(InputField.ID, Option.value("--id", "ID", "its id; else the next of the day"));
    return options;
  }

  @Override
  public String name() {
    return "add";
  }

  @Override
  public String summary() {
    return "write new tasks into the backlog and commit them";
  }

  @Override
  public String description() {
    return "Writes a task at the end of its group in BACKLOG.md, under an id that was never given "
        + "before. Title, type and priority are required; what else the task lacks is told.";
  }

  @Override
  public String operands() {
    return "TITLE...";
  }

  @Override
  public List<Option> ownOptions() {
    List<Option> options = new ArrayList<>(FIELDS.values());
    options.add(INPUT);
    return options;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("Write a task down", "replenish add 'Boil water' --type dev --priority high"),
        new Example(
            "With what you have written of it",
            "replenish add 'Boil water' --type dev --priority P1 --body tea.md"),
        new Example("Several at once", "replenish add --input tasks.json"));
  }

  @Override
  public int run(Call call) {
    Args args = call.args();
    AddRequest request = new AddRequest(tasks(call), CommitOptions.read(args));
    return call.report().tell(view(args), AddTasks.add(call.context(), request));
  }

  private static List<TaskInput> tasks(Call call) {
    Args args = call.args();
    if (!args.has(INPUT)) {
      return List.of(task(call));
    }
    boolean both = !args.operands().isEmpty() || FIELDS.values().stream().anyMatch(args::has);
    if (both) {
      throw Usage.wrong(
          "tasks are given by --input and by options", "Put everything into the JSON, or nothing.");
    }
    GivenFile file = GivenFile.read(call, args.value(INPUT).orElseThrow());
    return TaskJson.read(file.name(), file.text());
  }

  private static TaskInput task(Call call) {
    Args args = call.args();
    Map<InputField, List<String>> values = new EnumMap<>(InputField.class);
    FIELDS.forEach((field, option) -> values.put(field, args.all(option)));
    values.put(InputField.TITLE, List.of(String.join(" ", args.operands())));
    String bodyName = "";
    if (args.has(BODY)) {
      GivenFile file = GivenFile.read(call, args.value(BODY).orElseThrow());
      bodyName = file.name();
      values.put(InputField.BODY, List.of(file.text()));
    }
    return new TaskInput("", values, bodyName, List.of());
  }
}
