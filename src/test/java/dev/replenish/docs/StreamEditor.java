package dev.replenish.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.replenish.app.edit.TaskEditor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An editor such as {@code sed -i s/tea/cocoa/}, with {@code \n} for a further line. */
final class StreamEditor implements TaskEditor {
  private static final Pattern CALL = Pattern.compile("sed -i s/(.+)/(.*)/");

  private final Pattern old;
  private final String replacement;

  StreamEditor(String call) {
    Matcher parts = CALL.matcher(call);
    assertTrue(parts.matches(), call);
    this.old = Pattern.compile(parts.group(1), Pattern.MULTILINE);
    this.replacement = parts.group(2).replace("\\n", "\n");
  }

  @Override
  public String edit(String text) {
    return old.matcher(text).replaceAll(replacement);
  }

  @Override
  public String file() {
    return "task.md";
  }

  @Override
  public void discard() {
    // nothing is kept in a file
  }
}
