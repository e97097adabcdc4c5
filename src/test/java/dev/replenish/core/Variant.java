package dev.replenish.core;

import static dev.replenish.core.BoardFiles.ARCHIVE;
import static dev.replenish.core.BoardFiles.BACKLOG;
import static dev.replenish.core.BoardFiles.TODO;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A way to write the bytes of a board, applied to its files and to the expected ones. */
enum Variant {
  AS_WRITTEN,
  CR_LF,
  CR_ONLY,
  BOM,
  NO_FINAL_NEWLINE,
  CR_LF_BACKLOG,
  CR_LF_TODO;

  /** Whether it applies to {@code files}: line endings are only changed where all are LF. */
  boolean fits(Map<String, byte[]> files) {
    boolean unix = files.values().stream().allMatch(bytes -> text(bytes).indexOf('\r') < 0);
    return unix || this == AS_WRITTEN || this == BOM;
  }

  /** The files before a change, in this variant. */
  Map<String, byte[]> before(Map<String, byte[]> files) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    files.forEach((name, bytes) -> changed.put(name, existing(name, bytes)));
    return changed;
  }

  /** The files expected after a change of {@code before}, in this variant. */
  Map<String, byte[]> after(Map<String, byte[]> after, Map<String, byte[]> before) {
    return after(after, before, BACKLOG);
  }

  /** The same; new files get the line endings of {@code model}, a new archive those of TODO.md. */
  Map<String, byte[]> after(Map<String, byte[]> after, Map<String, byte[]> before, String model) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    after.forEach(
        (name, bytes) -> {
          boolean hasLines = text(before.getOrDefault(name, new byte[0])).indexOf('\n') >= 0;
          boolean fromTodo = name.equals(ARCHIVE) && before.containsKey(TODO);
          String source = fromTodo ? TODO : model;
          changed.put(name, hasLines ? existing(name, bytes) : created(bytes, source));
        });
    return changed;
  }

  private byte[] existing(String name, byte[] bytes) {
    return switch (this) {
      case AS_WRITTEN -> bytes;
      case CR_LF -> withEnding(bytes, "\r\n");
      case CR_ONLY -> withEnding(bytes, "\r");
      case BOM -> withByteOrderMark(bytes);
      case NO_FINAL_NEWLINE -> withoutFinalNewline(bytes);
      case CR_LF_BACKLOG -> name.equals(BACKLOG) ? withEnding(bytes, "\r\n") : bytes;
      case CR_LF_TODO -> name.equals(TODO) ? withEnding(bytes, "\r\n") : bytes;
    };
  }

  /** A file that had no lines before gets the line endings of the file {@code model}. */
  private byte[] created(byte[] bytes, String model) {
    return switch (this) {
      case CR_LF -> withEnding(bytes, "\r\n");
      case CR_LF_BACKLOG -> model.equals(BACKLOG) ? withEnding(bytes, "\r\n") : bytes;
      case CR_LF_TODO -> model.equals(TODO) ? withEnding(bytes, "\r\n") : bytes;
      case CR_ONLY -> withEnding(bytes, "\r");
      case AS_WRITTEN, BOM, NO_FINAL_NEWLINE -> bytes;
    };
  }

  private static byte[] withEnding(byte[] bytes, String newLine) {
    return text(bytes).replace("\n", newLine).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] withByteOrderMark(byte[] bytes) {
    String text = text(bytes);
    boolean unmarked = !text.isEmpty() && !text.startsWith("\u00EF\u00BB\u00BF");
    return (unmarked ? "\u00EF\u00BB\u00BF" + text : text).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] withoutFinalNewline(byte[] bytes) {
    String text = text(bytes);
    while (text.endsWith("\n")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Each byte as one character, so that no byte is lost. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
