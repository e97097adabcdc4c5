package dev.replenish.plan.add;

import dev.replenish.board.FieldName;
import dev.replenish.board.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The text below a new task's header (docs/reference/adding.md).
 *
 * @param text whole lines, each ended by a line feed
 * @param values the values that fields must have when read back; for the plan, the line of its
 *     first step
 * @param steps the number of steps that the plan must have when read back; 0 if {@code values} has
 *     no plan
 */
public record TaskBody(String text, Map<FieldName, String> values, int steps) {
  private static final String TODO = "**" + FieldName.STATUS.label() + ":** " + Status.TODO.word();

  /** Copies the collection. */
  public TaskBody {
    values = Map.copyOf(values);
  }

  /**
   * The fields of a new task; empty ones are left out.
   *
   * @param description any number of lines
   * @param files paths, one each
   * @param documentation paths or links, one each
   * @param dependencies ids
   * @param plan steps, one line each, with or without their numbers
   * @param lines fields of one line each, such as the estimate
   */
  public record Fields(
      String description,
      List<String> files,
      List<String> documentation,
      List<String> dependencies,
      List<String> plan,
      Map<FieldName, String> lines) {

    /** Copies the collections without values that would be invisible. */
    public Fields {
      files = visible(files);
      documentation = visible(documentation);
      dependencies = visible(dependencies);
      plan = visible(plan);
      Map<FieldName, String> shown = new EnumMap<>(FieldName.class);
      lines.forEach(
          (name, value) -> {
            String line = MarkdownEscape.inline(value);
            if (!line.isEmpty()) {
              shown.put(name, line);
            }
          });
      lines = Collections.unmodifiableMap(shown);
    }

    /** The same with another description. */
    public Fields described(String text) {
      return new Fields(text, files, documentation, dependencies, plan, lines);
    }

    private static List<String> visible(List<String> values) {
      return values.stream().filter(value -> !MarkdownEscape.inline(value).isEmpty()).toList();
    }
  }

  /** A body of these fields, in their usual order. */
  public static TaskBody of(Fields fields) {
    Writer out = new Writer();
    out.line(FieldName.STATUS, Status.TODO.word(), true);
    out.description(fields.description());
    if (!fields.files().isEmpty()) {
      out.line("Relevant Files", paths(fields.files()), true);
    }
    out.line(FieldName.DOCUMENTATION, paths(fields.documentation()), true);
    out.line(FieldName.DEPENDENCIES, String.join(", ", fields.dependencies()), true);
    out.plan(fields.plan());
    int left = fields.lines().size();
    for (Map.Entry<FieldName, String> field : fields.lines().entrySet()) {
      out.line(field.getKey(), field.getValue(), --left > 0);
    }
    return new TaskBody(out.text.toString(), out.values, fields.plan().size());
  }

  /**
   * A body with this text unchanged, after a status line if it has no status.
   *
   * @param text a text in which nothing ends the block, as the caller has checked; any line endings
   * @param hasStatus whether the text has a status of its own
   */
  public static TaskBody verbatim(String text, boolean hasStatus) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    String ended = unix.isEmpty() || unix.endsWith("\n") ? unix : unix + "\n";
    return hasStatus
        ? new TaskBody(ended, Map.of(), 0)
        : new TaskBody(TODO + "  \n" + ended, Map.of(FieldName.STATUS, Status.TODO.word()), 0);
  }

  static String paths(List<String> paths) {
    return paths.stream().map(TaskBody::path).collect(Collectors.joining(", "));
  }

  /** The path as Markdown: a plain path is code, so that no character is taken for emphasis. */
  public static String path(String given) {
    String path = MarkdownEscape.inline(given);
    boolean plain =
        path.chars().noneMatch(c -> " `[]()<>".indexOf(c) >= 0) && !path.contains("://");
    return plain ? "`" + path + "`" : path;
  }

  /** The steps with new numbers, in place of any that they have. */
  public static List<String> numbered(List<String> plan) {
    List<String> steps = new ArrayList<>();
    for (String step : plan) {
      int number = steps.size() + 1;
      steps.add(number + ". " + MarkdownEscape.atStart(unnumbered(step.strip(), number)));
    }
    return steps;
  }

  private static String unnumbered(String step, int number) {
    String digits = Integer.toString(number);
    boolean numbered = step.startsWith(digits + ". ") || step.startsWith(digits + ") ");
    return numbered ? step.substring(digits.length() + 2) : step;
  }

  /** Writes the fields, one below the other. */
  private static final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final Map<FieldName, String> values = new EnumMap<>(FieldName.class);

    void line(FieldName name, String value, boolean broken) {
      if (!value.isEmpty()) {
        values.put(name, value);
        line(name.label(), value, broken);
      }
    }

    /**
     * Writes a field; if {@code broken}, two spaces at the end put the next field on a new line
     * when displayed.
     */
    void line(String label, String value, boolean broken) {
      text.append("**").append(label).append(":** ").append(value);
      text.append(broken ? "  \n" : "\n");
    }

    void description(String description) {
      String prose = MarkdownEscape.prose(description);
      if (prose.isBlank()) {
        return;
      }
      boolean single = prose.indexOf('\n') == prose.length() - 1;
      if (single) {
        line("Description", MarkdownEscape.inline(description), true);
      } else {
        text.append("**Description:**\n").append(prose).append('\n');
      }
    }

    void plan(List<String> plan) {
      List<String> steps = numbered(plan);
      if (!steps.isEmpty()) {
        values.put(FieldName.PLAN, steps.get(0));
        text.append("**").append(FieldName.PLAN.label()).append(":**\n");
        steps.forEach(step -> text.append(step).append('\n'));
      }
    }
  }
}
