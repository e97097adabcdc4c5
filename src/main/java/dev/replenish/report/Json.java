package dev.replenish.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object on one line, field by field in the order of the calls. */
public final class Json {
  private interface Step {
    void run() throws IOException;
  }

  private final StringWriter text = new StringWriter();
  private final JsonWriter writer = new JsonWriter(text);

  public Json() {
    writer.setHtmlSafe(false);
  }

  /** Begins the outermost object, or an object in an array. */
  public Json open() {
    return step(writer::beginObject);
  }

  /** Begins an object that is the value of a field. */
  public Json open(String name) {
    return step(() -> writer.name(name).beginObject());
  }

  public Json close() {
    return step(writer::endObject);
  }

  public Json openArray(String name) {
    return step(() -> writer.name(name).beginArray());
  }

  public Json closeArray() {
    return step(writer::endArray);
  }

  public Json field(String name, @Nullable String value) {
    return step(() -> writer.name(name).value(value));
  }

  public Json field(String name, int value) {
    return step(() -> writer.name(name).value(value));
  }

  public Json field(String name, boolean value) {
    return step(() -> writer.name(name).value(value));
  }

  /** A number with at most two decimals; null if {@code value} is null. */
  public Json field(String name, @Nullable Double value) {
    if (value == null) {
      return nullField(name);
    }
    BigDecimal number = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return step(() -> writer.name(name).value(new BigDecimal(plain(number))));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** A number; null if it is 0. */
  public Json fieldOrNull(String name, int value) {
    return value == 0 ? nullField(name) : field(name, value);
  }

  /** A word; null if it is "". */
  public Json fieldOrNull(String name, String value) {
    return value.isEmpty() ? nullField(name) : field(name, value);
  }

  public Json nullField(String name) {
    return step(() -> writer.name(name).nullValue());
  }

  /** A word; null if {@code value} is empty. */
  public Json field(String name, Optional<String> value) {
    return field(name, value.orElse(null));
  }

  /** An object with the fields of {@code value}; null if {@code value} is empty. */
  public <T> Json object(String name, Optional<T> value, BiConsumer<T, Json> fields) {
    if (value.isEmpty()) {
      return nullField(name);
    }
    open(name);
    fields.accept(value.get(), this);
    return close();
  }

  /** An array with an object for each of {@code items}. */
  public <T> Json objects(String name, Collection<T> items, BiConsumer<T, Json> fields) {
    openArray(name);
    for (T item : items) {
      open();
      fields.accept(item, this);
      close();
    }
    return closeArray();
  }

  public Json field(String name, List<String> values) {
    return step(() -> writer.name(name)).array(values);
  }

  /** An array of words, as the value of a field or alone. */
  public Json array(List<String> values) {
    step(writer::beginArray);
    for (String value : values) {
      step(() -> writer.value(value));
    }
    return closeArray();
  }

  /** A number in an array. */
  public Json element(int value) {
    return step(() -> writer.value(value));
  }

  private Json step(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory failed", e);
    }
  }

  /**
   * The JSON text. Control characters, invisible characters and unpaired surrogates, which only
   * strings can contain, are escaped; so are the commands of a build server.
   */
  @Override
  public String toString() {
    StringBuffer json = text.getBuffer();
    StringBuilder safe = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i = json.offsetByCodePoints(i, 1)) {
      int c = json.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        safe.append("\\ufffd");
      } else if (c == '[' && isCommand(json, i)) {
        safe.append("\\u005b");
      } else if (c > '~' && TerminalText.isInvisible(c)) {
        for (char unit : Character.toChars(c)) {
          safe.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
      } else {
        safe.appendCodePoint(c);
      }
    }
    return safe.toString();
  }

  /**
   * Whether the bracket at {@code at} completes the start of a command: {@code ##[} or {@code
   * ##vso[}.
   */
  private static boolean isCommand(StringBuffer json, int at) {
    return at >= 2 && json.charAt(at - 1) == '#' && json.charAt(at - 2) == '#'
        || at >= 5 && json.substring(at - 5, at).equals("##vso");
  }
}
