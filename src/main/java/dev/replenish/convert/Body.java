package dev.replenish.convert;

import dev.replenish.board.Field;
import dev.replenish.board.FieldName;
import dev.replenish.board.Task;
import dev.replenish.board.TaskFields;
import dev.replenish.dialect.BodyText;
import dev.replenish.text.SourceText;
import dev.replenish.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The lines below a task's title, unchanged except that their common indentation is removed. A body
 * with a line that would end the block is quoted (docs/reference/converting.md).
 */
final class Body {
  /** The fields that can have labels which only the reader of unmarked files knows. */
  private static final List<FieldName> RELABELLED =
      List.of(
          FieldName.EFFORT,
          FieldName.DOCUMENTATION,
          FieldName.DEPENDENCIES,
          FieldName.ASSIGNEE,
          FieldName.DUE,
          FieldName.NOT_BEFORE);

  /** The indentation that would turn a continuation line into code. */
  private static final Pattern CODE_INDENT = Pattern.compile("^(?: {4}|\\t)[ \\t]*");

  private final Task task;
  private final List<String> lines;
  private final boolean continuesTitle;

  /** The body of {@code task}, which begins at {@code from}. */
  Body(SourceText source, Task task, int from) {
    this.task = task;
    Span span = new Span(Math.min(from, task.block().to()), task.block().to());
    List<String> all = source.text(span).lines().toList();
    this.lines = withoutBlankEnds(all);
    this.continuesTitle = !all.isEmpty() && !all.get(0).isBlank();
  }

  private static List<String> withoutBlankEnds(List<String> all) {
    int from = 0;
    int to = all.size();
    while (from < to && all.get(from).isBlank()) {
      from++;
    }
    while (to > from && all.get(to - 1).isBlank()) {
      to--;
    }
    return all.subList(from, to);
  }

  /** Everything between the header and the end marker, the lines of {@code fields} first. */
  String below(String fields) {
    String text = renamed(safe(dedented()));
    String below = text.isEmpty() ? fields : fields + "\n" + text;
    String missing = missingFields(read(below));
    if (missing.isEmpty()) {
      return below;
    }
    return text.isEmpty() ? fields.stripTrailing() + "  \n" + missing : below + "\n" + missing;
  }

  private static TaskFields read(String text) {
    SourceText source = source(text);
    Span whole = new Span(0, source.length());
    return dev.replenish.dialect.Body.read(source, whole);
  }

  private static SourceText source(String text) {
    return SourceText.of("", "", text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> dedented() {
    boolean item = task.form().orElseThrow().isItem();
    String shared = null;
    for (String line : lines) {
      if (item && !line.isBlank()) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        shared = shared == null ? indent : prefix(shared, indent);
      }
    }
    int cut = shared == null ? 0 : shared.length();
    List<String> dedented = new ArrayList<>();
    lines.forEach(line -> dedented.add(line.isBlank() ? "" : line.substring(cut)));
    if (continuesTitle && item) {
      dedented.set(0, CODE_INDENT.matcher(dedented.get(0)).replaceFirst(""));
    }
    return dedented;
  }

  private static String prefix(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return a.substring(0, at);
  }

  private static String safe(List<String> lines) {
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    BodyText body = new BodyText(source(text));
    if (body.objection().isEmpty()) {
      return body.text();
    }
    StringBuilder quoted = new StringBuilder();
    lines.forEach(line -> quoted.append("> ".concat(line).stripTrailing()).append('\n'));
    return quoted.toString();
  }

  /** The text with its status fields relabelled as old, because the new status is above it. */
  private static String renamed(String text) {
    SourceText source = source(text);
    List<Integer> places = new ArrayList<>();
    for (Field field : read(text).fields()) {
      if (FieldName.of(field.label()).filter(FieldName.STATUS::equals).isPresent()) {
        String line = source.text(new Span(field.extent().from(), source.length()));
        int at = line.toLowerCase(Locale.ROOT).indexOf(field.label().toLowerCase(Locale.ROOT));
        places.add(source.text(new Span(0, field.extent().from())).length() + Math.max(0, at));
      }
    }
    StringBuilder renamed = new StringBuilder(text);
    for (int i = places.size() - 1; i >= 0; i--) {
      renamed.insert(places.get(i), Fields.OLD);
    }
    return renamed.toString();
  }

  /** The fields that the rules would no longer find, under the labels that they know. */
  private String missingFields(TaskFields now) {
    Fields more = new Fields();
    for (FieldName name : RELABELLED) {
      if (now.field(name).isEmpty()) {
        task.details()
            .field(name)
            .filter(field -> !field.value().isEmpty())
            .ifPresent(field -> more.add(name.label(), field.value()));
      }
    }
    return more.text().isBlank() ? "" : more.text();
  }
}
