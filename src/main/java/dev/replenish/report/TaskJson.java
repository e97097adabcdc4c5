package dev.replenish.report;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.replenish.app.add.InputField;
import dev.replenish.app.add.TaskInput;
import dev.replenish.board.ErrorCode;
import dev.replenish.board.ProblemException;
import dev.replenish.text.OneLine;
import dev.replenish.text.Suggestion;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads new tasks from JSON: one object, an array of them, or an object with the array as {@code
 * tasks} (docs/reference/adding.md; {@code add-input.schema.json}).
 */
public final class TaskJson {
  private static final String TASKS = "tasks";
  private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

  private final String name;
  private final JsonReader json;
  private final List<TaskInput> tasks = new ArrayList<>();

  private TaskJson(String name, String text) {
    this.name = name;
    this.json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
  }

  /**
   * The tasks in {@code text}. Unknown fields and wrong values are kept with their task and
   * reported together with its other problems.
   *
   * @param name the name of the text in messages, such as that of a file
   * @throws ProblemException {@code USAGE} if the text is not JSON, or has none of these three
   *     forms
   */
  public static List<TaskInput> read(String name, String text) {
    TaskJson reader = new TaskJson(name, text);
    try {
      reader.read();
      return reader.tasks;
    } catch (MalformedJsonException | EOFException e) {
      throw reader.wrong("is not JSON" + place(e));
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory failed", e);
    }
  }

  /** The place of a syntax error; the rest of the parser's message is for programmers. */
  private static String place(IOException e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    return place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
  }

  private ProblemException wrong(String message) {
    return new ProblemException(
        ErrorCode.USAGE,
        name + " " + message,
        "Give one task as an object, or several as an array; see 'replenish help add'.");
  }

  private void read() throws IOException {
    switch (json.peek()) {
      case BEGIN_ARRAY -> array();
      case BEGIN_OBJECT -> object();
      default -> throw wrong("holds no task");
    }
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw wrong("has text after its end");
    }
  }

  private void array() throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        throw wrong("holds something other than tasks");
      }
      json.beginObject();
      fields("task " + (tasks.size() + 1), new Fields());
    }
    json.endArray();
  }

  /** Reads a task, or an object with an array of tasks. */
  private void object() throws IOException {
    json.beginObject();
    Fields fields = new Fields();
    if (json.peek() == JsonToken.NAME) {
      String first = json.nextName();
      if (first.equals(TASKS) && json.peek() == JsonToken.BEGIN_ARRAY) {
        array();
        if (json.hasNext()) {
          throw wrong("has '" + OneLine.clean(json.nextName()) + "' beside 'tasks'");
        }
        json.endObject();
        return;
      }
      field(first, fields);
    }
    fields("", fields);
  }

  private static final class Fields {
    final Map<InputField, List<String>> values = new EnumMap<>(InputField.class);
    final List<String> wrong = new ArrayList<>();
  }

  private void fields(String task, Fields fields) throws IOException {
    while (json.hasNext()) {
      field(json.nextName(), fields);
    }
    json.endObject();
    String body = task.isEmpty() ? "the body" : "the body of " + task;
    tasks.add(new TaskInput(task, fields.values, body, fields.wrong));
  }

  private void field(String word, Fields fields) throws IOException {
    InputField field =
        Stream.of(InputField.values()).filter(f -> f.word().equals(word)).findFirst().orElse(null);
    if (field == null) {
      fields.wrong.add("there is no field '" + OneLine.clean(word) + "'" + suggestion(word));
      json.skipValue();
    } else if (fields.values.containsKey(field)) {
      fields.wrong.add("the field '" + word + "' is given twice");
      json.skipValue();
    } else {
      value(field, fields);
    }
  }

  private static String suggestion(String word) {
    List<String> known = Stream.of(InputField.values()).map(InputField::word).toList();
    return Suggestion.to(word, known).map(near -> " (did you mean '" + near + "'?)").orElse("");
  }

  private void value(InputField field, Fields fields) throws IOException {
    List<String> values = new ArrayList<>();
    JsonToken token = json.peek();
    boolean valid = true;
    if (token == JsonToken.STRING && !field.isList()) {
      values.add(json.nextString());
    } else if (token == JsonToken.BEGIN_ARRAY && field.isList()) {
      valid = strings(values);
    } else {
      valid = token == JsonToken.NULL;
      json.skipValue();
    }
    if (!valid) {
      String kind = field.isList() ? "an array of strings" : "a string";
      fields.wrong.add("the field '" + field.word() + "' is not " + kind);
    }
    fields.values.put(field, values);
  }

  private boolean strings(List<String> values) throws IOException {
    boolean valid = true;
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() == JsonToken.STRING) {
        values.add(json.nextString());
      } else {
        valid = false;
        json.skipValue();
      }
    }
    json.endArray();
    return valid;
  }
}
