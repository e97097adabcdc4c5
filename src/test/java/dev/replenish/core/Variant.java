package dev.replenish.core;

import static dev.replenish.core.BoardFiles.ARCHIVE;
import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Another way to write the same board, with the change that it makes to files and expectations. */
enum Variant {
  AS_WRITTEN,
  CR_LF,
  CR_ONLY,
  BOM,
  NO_FINAL_NEWLINE,
  CR_LF_BACKLOG,
  CR_LF_TODO;

  /** Whether it makes sense for {@code files}: line endings are only changed where all are LF. */
  boolean fits(Map<String, byte[]> files) {
    boolean unix = files.values().stream().allMatch(bytes -> text(bytes).indexOf('\r') < 0);
    return unix || this == AS_WRITTEN || this == BOM;
  }

  /** The files that go in. */
  Map<String, byte[]> before(Map<String, byte[]> files) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    files.forEach((name, bytes) -> changed.put(name, existing(name, bytes)));
    return changed;
  }

  /** The files that are expected to come out, {@code before} being those that went in. */
  Map<String, byte[]> after(Map<String, byte[]> after, Map<String, byte[]> before) {
    return after(after, before, BACKLOG);
  }

  /**
   * The same where new files learn their line endings from {@code teacher}, an archive from TODO.
   */
  Map<String, byte[]> after(Map<String, byte[]> after, Map<String, byte[]> before, String teacher) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    after.forEach(
        (name, bytes) -> {
          boolean lines = text(before.getOrDefault(name, new byte[0])).indexOf('\n') >= 0;
          boolean fromTodo = name.equals(ARCHIVE) && before.containsKey(TODO);
          String model = fromTodo ? TODO : teacher;
          changed.put(name, lines ? existing(name, bytes) : created(bytes, model));
        });
    return changed;
  }

  private byte[] existing(String name, byte[] bytes) {
    return switch (this) {
      case AS_WRITTEN -> bytes;
      case CR_LF -> ended(bytes, "\r\n");
      case CR_ONLY -> ended(bytes, "\r");
      case BOM -> marked(bytes);
      case NO_FINAL_NEWLINE -> unended(bytes);
      case CR_LF_BACKLOG -> name.equals(BACKLOG) ? ended(bytes, "\r\n") : bytes;
      case CR_LF_TODO -> name.equals(TODO) ? ended(bytes, "\r\n") : bytes;
    };
  }

  /** A file that had no line to learn from ends its lines as {@code teacher} does. */
  private byte[] created(byte[] bytes, String teacher) {
    return switch (this) {
      case CR_LF -> ended(bytes, "\r\n");
      case CR_LF_BACKLOG -> teacher.equals(BACKLOG) ? ended(bytes, "\r\n") : bytes;
      case CR_LF_TODO -> teacher.equals(TODO) ? ended(bytes, "\r\n") : bytes;
      case CR_ONLY -> ended(bytes, "\r");
      case AS_WRITTEN, BOM, NO_FINAL_NEWLINE -> bytes;
    };
  }

  private static byte[] ended(byte[] bytes, String newLine) {
    return text(bytes).replace("\n", newLine).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] marked(byte[] bytes) {
    String text = text(bytes);
    boolean unmarked = !text.isEmpty() && !text.startsWith("\u00EF\u00BB\u00BF");
    return (unmarked ? "\u00EF\u00BB\u00BF" + text : text).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] unended(byte[] bytes) {
    String text = text(bytes);
    while (text.endsWith("\n")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Each byte as one character: nothing is lost whatever it is. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
