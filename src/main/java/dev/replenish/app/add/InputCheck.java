package dev.replenish.app.add;

import dev.replenish.app.NewTask;
import dev.replenish.app.board.TextFile;
import dev.replenish.board.CalendarDate;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.FieldName;
import dev.replenish.board.Priority;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskId;
import dev.replenish.dialect.BodyText;
import dev.replenish.plan.add.AddPlace;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.text.Intake;
import dev.replenish.text.OneLine;
import dev.replenish.text.SourceText;
import dev.replenish.text.Suggestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks the input for new tasks; all missing and wrong values are reported at once. */
final class InputCheck {
  private static final int SHOWN = 20;
  private static final List<InputField> FIELDS =
      List.of(
          InputField.DESCRIPTION,
          InputField.PLAN,
          InputField.EFFORT,
          InputField.DUE,
          InputField.NOT_BEFORE,
          InputField.ASSIGNEE,
          InputField.DOCUMENTATION,
          InputField.DEPENDENCIES,
          InputField.FILES);

  /** The fields whose value is one line. */
  private static final Map<InputField, FieldName> LINES =
      Map.of(
          InputField.EFFORT, FieldName.EFFORT,
          InputField.DUE, FieldName.DUE,
          InputField.NOT_BEFORE, FieldName.NOT_BEFORE,
          InputField.ASSIGNEE, FieldName.ASSIGNEE);

  private static final String NO_TITLE = "no title";

  private final List<String> errors = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private InputCheck() {}

  /**
   * Returns the tasks that {@code inputs} describe.
   *
   * @throws dev.replenish.board.ProblemException {@code USAGE} with all missing and wrong values;
   *     {@code INVALID_DOCUMENT} with the place where a body would break its block
   */
  static List<NewTask> tasks(List<TaskInput> inputs) {
    InputCheck checker = new InputCheck();
    if (inputs.isEmpty() || inputs.size() > AddTasks.Request.MOST) {
      checker.errors.add(
          "one call adds 1 to " + AddTasks.Request.MOST + " tasks, not " + inputs.size());
    }
    inputs.forEach(checker::check);
    if (!checker.errors.isEmpty()) {
      throw checker.refusal(inputs.size());
    }
    return inputs.stream().map(InputCheck::task).toList();
  }

  private ProblemException refusal(int tasks) {
    List<String> shown = errors.subList(0, Math.min(SHOWN, errors.size()));
    String more = errors.size() > SHOWN ? "; and " + (errors.size() - SHOWN) + " more" : "";
    return new ProblemException(
        ErrorCode.USAGE,
        (tasks == 1 ? "the task can't be added: " : "the tasks can't be added: ")
            + String.join("; ", shown)
            + more,
        shown.stream().anyMatch(each -> each.endsWith(NO_TITLE))
            ? "Give at least a title; see 'replenish help add'."
            : "See 'replenish help add'.");
  }

  private void check(TaskInput input) {
    List<String> found = new ArrayList<>(input.errors());
    if (input.one(InputField.TITLE).map(OneLine::line).filter(t -> !t.isEmpty()).isEmpty()) {
      found.add(NO_TITLE);
    }
    tag(input, InputField.TYPE, found);
    priority(input, found);
    tag(input, InputField.COMPONENT, found);
    id(input, found);
    day(input, InputField.DUE, found);
    day(input, InputField.NOT_BEFORE, found);
    for (String dependency : input.all(InputField.DEPENDENCIES)) {
      if (!isId(dependency.strip())) {
        found.add("a dependency can't be '" + OneLine.clean(dependency) + "'");
      }
    }
    if (input.has(InputField.BODY) && FIELDS.stream().anyMatch(input::has)) {
      found.add("the body replaces description, plan and other fields: give one or the other");
    }
    String name = input.name().isEmpty() ? "" : input.name() + ": ";
    found.forEach(each -> errors.add(name + each));
  }

  private static void priority(TaskInput input, List<String> found) {
    Optional<String> priority = input.one(InputField.PRIORITY).map(String::strip);
    if (priority.isPresent() && Priority.parse(priority.get()).isEmpty()) {
      found.add(
          ("the priority can't be '" + OneLine.clean(priority.get()) + "'")
              + " (critical, high, medium or low"
              + Suggestion.to(
                      priority.get(), Stream.of(Priority.values()).map(Priority::word).toList())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("")
              + ")");
    }
  }

  private static void tag(TaskInput input, InputField field, List<String> found) {
    Optional<String> value = input.one(field).map(String::strip);
    if (value.isPresent() && !TaskId.isSafeWord(value.get())) {
      found.add(
          ("the " + field.word() + " can't be '" + OneLine.clean(value.get()) + "'")
              + " (one word without brackets)");
    }
  }

  private static void day(TaskInput input, InputField field, List<String> found) {
    input
        .one(field)
        .filter(value -> CalendarDate.parse(value).isEmpty())
        .ifPresent(
            value ->
                found.add(
                    "'"
                        + OneLine.clean(value)
                        + "' is not a date (write 2026-12-01 or 1 Dec 2026)"));
  }

  private void id(TaskInput input, List<String> found) {
    Optional<String> id = input.one(InputField.ID).map(String::strip);
    if (id.isEmpty()) {
      return;
    }
    if (!isId(id.get()) || new TaskId(id.get()).isTemplate()) {
      found.add("the id can't be '" + OneLine.clean(id.get()) + "'");
    } else if (!ids.add(id.get())) {
      found.add("the id " + id.get() + " is given twice");
    }
  }

  private static boolean isId(String word) {
    return TaskId.isSafeWord(word) && !word.contains("<!--");
  }

  /** Creates the task from input that was checked. */
  private static NewTask task(TaskInput input) {
    AddPlace place =
        new AddPlace(
            input.one(InputField.UNDER).map(String::strip),
            input
                .one(InputField.TYPE)
                .map(String::strip)
                .map(word -> word.toLowerCase(Locale.ROOT)),
            input.one(InputField.PRIORITY).map(String::strip).flatMap(Priority::parse));
    return new NewTask(
        input.one(InputField.ID).map(String::strip).map(TaskId::new),
        input.one(InputField.TITLE).orElseThrow(),
        place,
        input.one(InputField.COMPONENT).map(String::strip),
        fields(input),
        input.one(InputField.BODY).map(body -> verbatim(body, input)));
  }

  private static TaskBody.Fields fields(TaskInput input) {
    Map<FieldName, String> lines = new EnumMap<>(FieldName.class);
    LINES.forEach(
        (field, name) -> input.one(field).map(String::strip).ifPresent(v -> lines.put(name, v)));
    return new TaskBody.Fields(
        input.one(InputField.DESCRIPTION).orElse(""),
        input.all(InputField.FILES),
        input.all(InputField.DOCUMENTATION),
        input.all(InputField.DEPENDENCIES).stream().map(String::strip).toList(),
        input.all(InputField.PLAN),
        lines);
  }

  private static TaskBody verbatim(String text, TaskInput input) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SourceText source = SourceText.of(input.bodyName(), "", bytes);
    if (bytes.length > AddTasks.Request.MOST_BYTES) {
      throw new ProblemException(
          ErrorCode.USAGE, input.bodyName() + " is longer than 1 MiB", "Give a shorter body.");
    }
    BodyText body = new BodyText(source);
    TextFile.requireNone(Intake.objection(source).or(body::objection));
    return TaskBody.verbatim(body.text(), body.hasStatus());
  }
}
