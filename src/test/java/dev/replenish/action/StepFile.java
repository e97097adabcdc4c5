package dev.replenish.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the files that a step writes for its runner, as the runner does. */
final class StepFile {
  private StepFile() {}

  static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines {@code name=value}, and values of several lines between delimiters. */
  static Map<String, String> values(Path file) {
    Map<String, String> values = new LinkedHashMap<>();
    String text = text(file);
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(text, at);
      String line = text.substring(at, end);
      int equals = line.indexOf('=');
      int heredoc = line.indexOf("<<");
      at = end + 1;
      if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
        String delimiter = "\n" + line.substring(heredoc + 2) + "\n";
        int close = text.indexOf(delimiter, end);
        if (close < 0) {
          throw new AssertionError("no end of " + line);
        }
        put(values, line.substring(0, heredoc), text.substring(Math.min(at, close), close));
        at = close + delimiter.length();
      } else if (equals > 0) {
        put(values, line.substring(0, equals), line.substring(equals + 1));
      } else if (!line.isEmpty()) {
        throw new AssertionError("invalid format: " + line);
      }
    }
    return values;
  }

  /** Adds a value. A name that is set twice fails: a value has contained its own delimiter. */
  private static void put(Map<String, String> values, String name, String value) {
    if (values.put(name, value) != null) {
      throw new AssertionError(name + " is set twice");
    }
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
