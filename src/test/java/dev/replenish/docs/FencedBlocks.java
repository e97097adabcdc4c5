package dev.replenish.docs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks in fences of four backticks, each with a key after its opening fence: the form of the
 * examples in {@code docs/reference} and of the cases in {@code src/test/resources}, whose {@code
 * README.md} documents it. Inside this class each character is one byte, so that nothing is lost.
 */
public final class FencedBlocks {
  private static final String FENCE = "````";
  private static final String ESCAPED = " escaped";
  private static final String BOM = "\u00EF\u00BB\u00BF";
  private static final Pattern SPECIAL =
      Pattern.compile("(?dm)[\\x00-\\x08\\x0B-\\x1F\\x7F]|" + BOM + "|^`(?=```)");
  private static final Pattern SPECIAL_OR_ESCAPE = Pattern.compile(SPECIAL.pattern() + "|\\\\");

  private FencedBlocks() {}

  /** Reads a file from top to bottom: its blocks by their keys, and the lines outside of them. */
  public static void read(Path file, BiConsumer<String, byte[]> block, Consumer<String> line)
      throws IOException {
    String key = null;
    StringBuilder text = new StringBuilder();
    for (String next : Files.readString(file, ISO_8859_1).split("\n")) {
      if (key == null && next.startsWith(FENCE)) {
        key = next.substring(FENCE.length());
        text.setLength(0);
      } else if (key == null) {
        line.accept(new String(next.getBytes(ISO_8859_1), UTF_8));
      } else if (next.equals(FENCE)) {
        boolean escaped = key.endsWith(ESCAPED);
        String bytes = escaped ? text.toString().translateEscapes() : text.toString();
        block.accept(key.replace(ESCAPED, ""), bytes.getBytes(ISO_8859_1));
        key = null;
      } else {
        text.append(next).append('\n');
      }
    }
    assertTrue(key == null, file + " has a block without an end: " + key);
  }

  /** Writes the block of that key: in the place of the old one, or at the end of the file. */
  public static void write(Path file, String key, byte[] block) throws IOException {
    String text = Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
    Matcher old = find(text, key);
    String now =
        old.find()
            ? text.substring(0, old.start()) + fenced(key, block) + text.substring(old.end())
            : text + (text.isEmpty() ? "" : "\n") + fenced(key, block);
    Files.writeString(file, now, ISO_8859_1);
  }

  /** Removes the block of that key, if there is one, with the blank line above it. */
  public static void remove(Path file, String key) throws IOException {
    String text = Files.readString(file, ISO_8859_1);
    Matcher old = find(text, key);
    if (old.find()) {
      String above = text.substring(0, old.start()).replaceFirst("\n\n\\z", "\n");
      Files.writeString(file, above + text.substring(old.end()), ISO_8859_1);
    }
  }

  private static Matcher find(String text, String key) {
    String start = "(?dms)^" + Pattern.quote(FENCE + key) + "(?:" + ESCAPED + ")?\n";
    return Pattern.compile(start + ".*?^" + FENCE + "\n").matcher(text);
  }

  private static String fenced(String key, byte[] block) {
    String text = new String(block, ISO_8859_1);
    boolean utf8 = new String(new String(block, UTF_8).getBytes(UTF_8), ISO_8859_1).equals(text);
    assertTrue(utf8, key + " is not UTF-8: such a case is a test in Java");
    boolean ended = text.isEmpty() || text.endsWith("\n");
    if (ended && !SPECIAL.matcher(text).find()) {
      return FENCE + key + "\n" + text + FENCE + "\n";
    }
    String escaped = SPECIAL_OR_ESCAPE.matcher(text).replaceAll(FencedBlocks::escape);
    return FENCE + key + ESCAPED + "\n" + escaped + (ended ? "" : "\\\n") + FENCE + "\n";
  }

  private static String escape(MatchResult special) {
    StringBuilder octal = new StringBuilder();
    special.group().chars().forEach(c -> octal.append(String.format("\\%03o", c)));
    String escape = special.group().equals("\\") ? "\\\\" : octal.toString();
    return Matcher.quoteReplacement(escape.replace("\\015", "\\r"));
  }
}
