package dev.replenish.app.add;

import dev.replenish.board.ErrorCode;
import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.ProblemException;
import dev.replenish.board.TaskFields;
import dev.replenish.dialect.Body;
import dev.replenish.dialect.BodyText;
import dev.replenish.git.objects.Blob;
import dev.replenish.git.objects.CommitTree;
import dev.replenish.plan.add.TaskBody;
import dev.replenish.plan.edit.EditField;
import dev.replenish.plan.edit.FieldChange;
import dev.replenish.settings.Settings;
import dev.replenish.text.Intake;
import dev.replenish.text.OneLine;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template for the text of new tasks (docs/reference/adding.md, "Task templates"). */
final class TaskTemplate {
  private static final String DESCRIPTION = "**Description:**";

  private final SourceText source;
  private final BodyText body;

  private TaskTemplate(SourceText source, BodyText body) {
    this.source = source;
    this.body = body;
  }

  /**
   * The template for tasks of {@code type} at the tip, if the settings name one.
   *
   * @throws dev.replenish.board.ProblemException {@code INVALID_DOCUMENT} if the file is missing,
   *     or holds anything but the text below one header
   */
  static Optional<TaskTemplate> of(CommitTree tip, Settings settings, Optional<String> type) {
    return settings.template(type).map(path -> read(tip, path));
  }

  private static TaskTemplate read(CommitTree tip, String path) {
    Blob blob = tip.read(path).orElseThrow(() -> missing(path));
    if (blob.bytes().length > AddTasks.Request.MOST_BYTES) {
      throw new ProblemException(
          ErrorCode.INVALID_DOCUMENT,
          "the template " + OneLine.clean(path) + " is longer than 1 MiB",
          "Shorten it, and commit.");
    }
    SourceText source = SourceText.of(path, blob.id(), blob.bytes());
    BodyText body = new BodyText(source);
    Intake.objection(source).or(body::objection).ifPresent(TaskTemplate::refuse);
    return new TaskTemplate(source, body);
  }

  private static ProblemException missing(String path) {
    return new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        "the template " + OneLine.clean(path) + " is not there (setting 'template')",
        "Write the file and commit it, or correct the setting.");
  }

  private static void refuse(Intake.Objection objection) {
    throw new ProblemException(
        ErrorCode.INVALID_DOCUMENT,
        objection.where(),
        "this is not a template: " + objection.message(),
        "A template holds what is between one task's header and '## task_end'.");
  }

  /** The body of a new task with markers; {@link #changes} adds the other given fields to it. */
  TaskBody body(TaskBody.Fields given) {
    TaskBody own = TaskBody.verbatim(body.text(), body.hasStatus());
    List<String> lines = new ArrayList<>(own.text().lines().toList());
    List<String> more = new ArrayList<>(TaskBody.of(described(given)).text().lines().toList());
    more.remove(0); // the status: the template has it already
    int at = lines.isEmpty() || !lines.get(0).startsWith("**Status:**") ? 0 : 1;
    if (!given.description().isBlank()) {
      int index = at;
      while (index < lines.size() && !lines.get(index).startsWith(DESCRIPTION)) {
        index++;
      }
      if (index < lines.size()) {
        lines.remove(index);
        at = index;
      }
    }
    lines.addAll(at, more);
    return new TaskBody(String.join("\n", lines) + "\n", own.values(), own.steps());
  }

  /** Only the description and the files. */
  private static TaskBody.Fields described(TaskBody.Fields given) {
    return new TaskBody.Fields(
        given.description(), given.files(), List.of(), List.of(), List.of(), Map.of());
  }

  /**
   * The changes for the given fields that a template may hold as well, in the usual order of the
   * fields.
   */
  static List<FieldChange> changes(TaskBody.Fields given) {
    List<FieldChange> changes = new ArrayList<>();
    Map<EditField, List<String>> values = new EnumMap<>(EditField.class);
    values.put(EditField.DOCUMENTATION, given.documentation());
    values.put(EditField.DEPENDENCIES, given.dependencies());
    given
        .lines()
        .forEach((name, text) -> values.put(EditField.valueOf(name.name()), List.of(text)));
    values.forEach((field, all) -> change(field, all, changes));
    change(EditField.PLAN, given.plan(), changes);
    return changes;
  }

  private static void change(EditField field, List<String> values, List<FieldChange> changes) {
    if (!values.isEmpty()) {
      changes.add(FieldChange.of(field, values));
    }
  }

  /**
   * The given fields, with the template's plan, estimate and documentation for those that are not
   * given.
   */
  TaskBody.Fields fields(TaskBody.Fields given) {
    TaskFields own = Body.read(source, new Span(source.start(), source.length()));
    Map<FieldName, String> lines = new EnumMap<>(FieldName.class);
    own.field(FieldName.EFFORT).ifPresent(field -> lines.put(FieldName.EFFORT, field.value()));
    lines.putAll(given.lines());
    List<String> plan = own.field(FieldName.PLAN).map(Field::steps).orElse(List.of());
    List<String> paths =
        own.field(FieldName.DOCUMENTATION).map(TaskTemplate::paths).orElse(List.of());
    return new TaskBody.Fields(
        given.description(),
        given.files(),
        given.documentation().isEmpty() ? paths : given.documentation(),
        given.dependencies(),
        given.plan().isEmpty() ? plan : given.plan(),
        lines);
  }

  private static List<String> paths(Field field) {
    List<String> paths = new ArrayList<>();
    for (String path : field.text().replace("`", "").split("[,\n]")) {
      String bare = path.replaceFirst("^\\s*[-*+]\\s+", "").strip();
      if (!bare.isEmpty()) {
        paths.add(bare);
      }
    }
    return paths;
  }
}
